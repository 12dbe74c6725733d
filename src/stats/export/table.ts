import type { Figure } from '../../content/figure.ts'
import { measures, reasonScopes } from '../../content/figure.ts'

/**
 * The open-data table: one row for each published figure. Names are those of the files that people download, so they stay;
 * add at the end only. Lists are joined by `; `, empty means unknown or none.
 */
export const columns = [
  { name: 'id', type: 'string', description: 'Pengenal tetap angka ini' },
  {
    name: 'subjek_jenis',
    type: 'string',
    description: 'kanim, tpi, kanwil, atau nasional',
    values: ['kanim', 'tpi', 'kanwil', 'nasional'],
  },
  { name: 'subjek', type: 'string', description: 'Nama kantor, tempat pemeriksaan, atau wilayah' },
  { name: 'kantor', type: 'string', description: 'Pengenal kantor imigrasi pada situs ini' },
  { name: 'kode_provinsi', type: 'string', description: 'Kode provinsi Kemendagri' },
  { name: 'jenis', type: 'string', description: 'Apa yang dihitung', values: measures },
  {
    name: 'lingkup_alasan',
    type: 'string',
    description: 'Alasan yang termasuk dalam hitungan',
    values: reasonScopes,
  },
  { name: 'mulai', type: 'date', description: 'Hari pertama masa' },
  { name: 'selesai', type: 'date', description: 'Hari terakhir masa, termasuk' },
  { name: 'jumlah', type: 'integer', description: 'Orang atau permohonan, menurut sumbernya' },
  { name: 'kira_kira', type: 'boolean', description: 'Benar bila sumber menyebut sekitar atau hampir' },
  {
    name: 'bagian_dari',
    type: 'string',
    description: 'Pengenal angka yang memuat angka ini; jangan dijumlahkan',
  },
  {
    name: 'bertentangan_dengan',
    type: 'string',
    description: 'Pengenal angka yang tidak mungkin benar bersamaan',
  },
  { name: 'alasan', type: 'string', description: 'Alasan dari daftar tetap' },
  { name: 'alasan_sumber', type: 'string', description: 'Alasan dengan kata-kata sumber' },
  {
    name: 'asal',
    type: 'string',
    description: 'kantor: diisi kantor; pers: dari pemberitaan',
    values: ['kantor', 'pers'],
  },
  { name: 'permohonan_diterima', type: 'integer', description: 'Penyebut: permohonan pada masa yang sama' },
  { name: 'sumber', type: 'string', description: 'Nama sumber' },
  { name: 'sumber_alamat', type: 'string', description: 'Alamat sumber' },
  { name: 'sumber_tanggal', type: 'string', description: 'Tanggal pada sumber' },
  { name: 'catatan', type: 'string', description: 'Hal yang perlu diketahui sebelum memakai angka ini' },
  { name: 'diubah', type: 'date', description: 'Hari perubahan terakhir; kosong bila belum pernah' },
] as const satisfies readonly {
  name: string
  type: string
  description: string
  values?: readonly string[]
}[]

export type ColumnName = (typeof columns)[number]['name']
export type Row = Readonly<Record<ColumnName, string | number | boolean | null>>

/** Rows of published figures, sorted by id, values as JSON would have them. */
export function toRows(figures: readonly Figure[]): Row[] {
  return [...figures].sort((a, b) => (a.id < b.id ? -1 : 1)).map(toRow)
}

const list = (values: readonly (string | null)[]) => values.filter(value => value !== null).join('; ') || null

function toRow(figure: Figure): Row {
  return {
    id: figure.id,
    subjek_jenis: figure.subject.kind,
    subjek: figure.subject.name,
    kantor: figure.subject.office,
    kode_provinsi: figure.subject.provinceCode,
    jenis: figure.measure,
    lingkup_alasan: figure.reasonScope,
    mulai: figure.period.start,
    selesai: figure.period.end,
    jumlah: figure.count,
    kira_kira: figure.approximate,
    bagian_dari: figure.subsetOf,
    bertentangan_dengan: list(figure.contradicts),
    alasan: list(figure.reasons),
    alasan_sumber: figure.reasonAsPublished,
    asal: figure.provenance,
    permohonan_diterima: figure.received,
    sumber: list(figure.sources.map(source => source.title)),
    sumber_alamat: list(figure.sources.map(source => source.url)),
    sumber_tanggal: list(figure.sources.map(source => source.published)),
    catatan: figure.note,
    diubah: figure.revisions.at(-1)?.date ?? null,
  }
}
