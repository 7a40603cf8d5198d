<?php
// Dashboard → API → Whatsapp: opens Prima WhatsApp Broadcast in a frame for the person who is logged in.
// Copy it into the dashboard, fill in the four values from Pengaturan › Penyematan, and say who is logged in.
const MODULE = 'https://wa.rs.example';                   // address of the module, without a slash at the end
const ISSUER = 'prima.rs.example';                        // "Issuer"
const KID = 'prima-xxxxxxxxxxxx';                         // name of the key
define('SECRET', getenv('WA_EMBED_SECRET'));              // its secret: outside of the source code

session_start();
$person = $_SESSION['pegawai'] ?? null;                   // ['id' => …, 'nama' => …, 'peran' => 'operator', 'login_pada' => time() at the password]
if ($person === null) { http_response_code(401); exit('Silakan login.'); }

function part(string $bytes): string { return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '='); }

function token(array $person): string
{
    $header = ['alg' => 'HS256', 'kid' => KID, 'typ' => 'wa-embed+jwt'];
    $claims = [
        'iss' => ISSUER, 'aud' => MODULE, 'sub' => (string) $person['id'], 'name' => $person['nama'],
        'roles' => [$person['peran']], 'sid' => hash('sha256', session_id()),
        'auth_time' => (int) ($person['login_pada'] ?? 0), // when the password was typed, not now
        'jti' => bin2hex(random_bytes(16)), 'iat' => time(), 'nbf' => time(), 'exp' => time() + 60,
    ];
    $signed = part(json_encode($header)) . '.' . part(json_encode($claims));
    return $signed . '.' . part(hash_hmac('sha256', $signed, SECRET, true));
}

header('Cache-Control: no-store');
header('Referrer-Policy: strict-origin-when-cross-origin'); // with no-referrer the module cannot tell who asks
if (isset($_GET['token'])) {                              // the frame asks for a fresh one, about every 4 minutes
    if (($_SERVER['HTTP_X_REQUESTED_WITH'] ?? '') !== 'wa') { http_response_code(403); exit; }
    header('Content-Type: application/json');
    exit(json_encode(['token' => token($person)]));
}
?>
<!doctype html>
<meta charset="utf-8">
<title>Whatsapp</title>
<iframe name="wa" title="WhatsApp Broadcast" style="width:100%;height:80vh;border:0" allow="clipboard-write"
        sandbox="allow-scripts allow-same-origin allow-forms allow-downloads"></iframe>
<form id="open" method="post" target="wa" action="<?= MODULE ?>/embed/session">
  <input type="hidden" name="token" value="<?= htmlspecialchars(token($person)) ?>">
</form>
<script>
  const origin = <?= json_encode(MODULE) ?>, frame = document.querySelector('iframe');
  const say = (type, payload) => frame.contentWindow.postMessage({ v: 1, type, payload }, origin);
  addEventListener('message', async ({ origin: from, source, data }) => {
    if (from !== origin || source !== frame.contentWindow || data?.v !== 1) return;
    if (data.type === 'wa:resize') frame.style.height = `${data.payload.height}px`;
    if (data.type === 'wa:token-needed') {
      const answer = await fetch('?token', { headers: { 'X-Requested-With': 'wa' } });
      if (answer.ok) say('wa:token', await answer.json()); else say('wa:logout');
    }
  });
  document.getElementById('open').submit();
</script>
