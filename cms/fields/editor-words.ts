/** Indonesian words of the rich text editor, which Payload ships in other languages only. */
export const editorWords = {
  lexical: {
    general: {
      placeholder: "Mulai menulis, atau tekan '/' untuk pilihan …",
      slashMenuBasicGroupLabel: 'Dasar',
      slashMenuListGroupLabel: 'Daftar',
      toolbarItemsActive: '{{count}} aktif',
    },
    paragraph: { label: 'Paragraf', label2: 'Teks biasa' },
    heading: { label: 'Judul {{headingLevel}}' },
    blockquote: { label: 'Kutipan' },
    unorderedList: { label: 'Daftar butir' },
    orderedList: { label: 'Daftar bernomor' },
    link: { label: 'Tautan', loadingWithEllipsis: 'Memuat …' },
  },
}

/** Words of Payload's Indonesian that say less, or something else, than what happens here. */
export const adminWords = {
  version: {
    unpublish: 'Tarik dari situs',
    confirmUnpublish: 'Tarik dari situs?',
    aboutToUnpublish: 'Pembaca tidak melihatnya lagi. Isinya tetap tersimpan di sini sebagai draf.',
    unpublishedSuccessfully: 'Sudah ditarik. Isinya tersimpan sebagai draf.',
  },
}
