/** The refusals that every endpoint of the front server shares, with their status and their text in each language. */
export const frontErrors = {
  'too-large': {
    status: 413,
    id: 'Kiriman terlalu besar. Kurangi isinya lalu coba lagi.',
    en: 'What was sent is too large. Shorten it and try again.',
  },
  incomplete: {
    status: 400,
    id: 'Kiriman terputus sebelum lengkap. Coba lagi.',
    en: 'What was sent broke off before its end. Try again.',
  },
  'not-json-type': {
    status: 415,
    id: 'Kiriman harus berupa JSON (Content-Type: application/json).',
    en: 'What is sent must be JSON (Content-Type: application/json).',
  },
  'not-json': {
    status: 400,
    id: 'Kiriman bukan JSON yang benar.',
    en: 'What was sent is not valid JSON.',
  },
  'no-boundary': {
    status: 400,
    id: 'Formulir yang dikirim tidak menyebut pembatas bagiannya (boundary).',
    en: 'The form that was sent does not name the boundary of its parts.',
  },
  'not-valid': {
    status: 400,
    id: 'Ada isian yang kurang atau tidak sesuai.',
    en: 'A field is missing or does not fit.',
  },
  'bad-address': {
    status: 400,
    id: 'Alamat halaman ini tidak dapat dibaca.',
    en: 'This address cannot be read.',
  },
  'wrong-host': {
    status: 421,
    id: 'Server ini tidak melayani nama itu.',
    en: 'This server does not serve that host name.',
  },
  'not-found': {
    status: 404,
    id: 'Tidak ada apa pun di alamat ini.',
    en: 'There is nothing at this address.',
  },
  'wrong-method': {
    status: 405,
    id: 'Cara pengiriman ini tidak dilayani di alamat ini.',
    en: 'This address does not take that method.',
  },
  'not-acceptable': {
    status: 406,
    id: 'Berkas ini tidak ada dalam bentuk yang diterima program Anda (Accept-Encoding).',
    en: 'This file does not exist in a form that your program accepts (Accept-Encoding).',
  },
  'foreign-origin': {
    status: 403,
    id: 'Permintaan dari situs lain ditolak.',
    en: 'Requests from another site are refused.',
  },
  'not-signed-in': {
    status: 401,
    id: 'Masuk dulu untuk melihat ini.',
    en: 'Sign in to see this.',
  },
  'not-allowed': {
    status: 403,
    id: 'Akun Anda tidak berwenang untuk ini.',
    en: 'Your account may not do this.',
  },
  'already-there': {
    status: 409,
    id: 'Ini sudah tersimpan, atau ada yang lebih dulu. Muat ulang, lalu periksa sebelum mencoba lagi.',
    en: 'This is stored already, or somebody was faster. Reload and look before you try again.',
  },
  starting: {
    status: 503,
    id: 'Situs sedang disiapkan. Coba lagi sebentar lagi.',
    en: 'The site is being prepared. Try again in a moment.',
  },
  'storage-full': {
    status: 507,
    id: 'Tempat penyimpanan server penuh atau tidak dapat ditulisi, jadi ini belum tersimpan. Beri tahu pengelola server, lalu coba lagi.',
    en: 'The storage of the server is full or cannot be written, so this was not stored. Tell whoever runs the server, then try again.',
  },
  broken: {
    status: 500,
    id: 'Ada yang rusak di server. Coba lagi nanti.',
    en: 'Something broke on the server. Try again later.',
  },
} as const
export type FrontErrorCode = keyof typeof frontErrors
