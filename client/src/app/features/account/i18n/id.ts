/** Bahasa Indonesia: the language whose keys the others must have. */
export const id = {
  title: 'Akun saya',
  subtitle: '{{ name }} ({{ username }}) · {{ roles }}',
  password: {
    title: 'Ganti kata sandi',
    current: 'Kata sandi sekarang',
    next: 'Kata sandi baru',
    hint: 'Minimal 12 karakter. Beberapa kata acak mudah diingat dan sulit ditebak.',
    repeat: 'Ulangi kata sandi baru',
    mismatch: 'Belum sama dengan kata sandi di atas.',
    effect: 'Sesi Anda di perangkat lain akan diakhiri.',
    submit: 'Ganti kata sandi',
    done: 'Kata sandi diganti. Sesi di perangkat lain sudah diakhiri.',
  },
  sessions: {
    title: 'Sesi Anda',
    text: 'Di sinilah Anda sedang masuk. Akhiri yang tidak Anda kenal, lalu ganti kata sandi.',
  },
} as const;
