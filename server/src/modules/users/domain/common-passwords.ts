/**
 * Passwords of 12 characters and more out of the most common ones of leaked lists (the frequency list of
 * zxcvbn, MIT) whose weakness no rule sees. Shorter ones are refused by their length.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `mailcreated5240 finalfantasy websolutions chickenwing101 justinbieber contortionist newproject2004
  needforspeed businessbabe domainlock2005 counterstrike gfhjkmgfhjkm ghjcnjgfhjkm flvbybcnhfnjh
  ghbdtnrfrltkf dkflbvbhjdbx whosyourdaddy lost4815162342 4815162342lost vanyarespekt devilmaycry4
  iseedeadpeople jamesbond007 playstation2 playstation3 andrewjackie networkingpe ingodwetrust
  installdevic digitalprodu minecraft123 peanutbutter olcrackmaster auckland2010 residentevil
  avrillavigne massimiliano temppassword ticketmaster stratocaster punksnotdead nightcrawler
  installsqlst frederiksberg sanfrancisco antananarivu greenlantern passwordstandard corperfmonsy
  maprchem56458 warhammer40k morganstanley michaeljackson specialinsta webuivalidat ilovemyfamily
  weihnachtsbau weihnachtsbaum systemofadown vladimirovna mortalkombat thecakeisalie ontheoutside
  sonnenschein leavemealone sonyericsson christopher1 correcthorsebatterystaple`.split(/\s+/u),
);

/**
 * Words that somebody who attacks this product in this place tries first, in lower case and without
 * punctuation: of the product, of the hospital, and of the most common passwords in both languages.
 */
export const COMMON_WORDS: readonly string[] =
  `prima whatsapp broadcast persahabatan rsup rumahsakit
  rumah sakit pasien pesan perangkat device dashboard dokter perawat poli klinik hospital jakarta
  indonesia server admin administrator operator superuser root user pengguna petugas password passwort
  passw pass katasandi sandi kata rahasia kunci secret login masuk selamat datang pagi siang malam
  welcome letmein changeme default test testing coba cobacoba guest hello halo iloveyou love you my
  sayang cinta aku kamu bismillah alhamdulillah allah monkey dragon master sunshine princess football
  baseball superman batman shadow summer winter spring autumn access computer internet samsung abc abcd
  abcde abcdef abcdefgh`.split(/\s+/u);
