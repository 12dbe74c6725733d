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
