import { columns } from './table.ts'

/** Addresses of the downloads below the site, with a leading slash. */
export type DownloadPaths = {
  readonly csv: string
  readonly excelCsv: string
  readonly json: string
  readonly page: string
}

/**
 * Descriptor of the download as a Tabular Data Package (Data Package 1.0, Table Schema), with the metadata that Satu Data
 * Indonesia asks of a variable and an indicator (Perpres 39/2019 and the BPS forms for statistical metadata: concept,
 * definition, measure, unit, classification, and how to read the indicator).
 */
export function figuresDatapackage(siteUrl: string, paths: DownloadPaths, rowCount: number): string {
  const licenses = [
    {
      name: 'CC-BY-4.0',
      title: 'Creative Commons Atribusi 4.0',
      path: 'https://creativecommons.org/licenses/by/4.0/',
    },
  ]
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'angka-penolakan-penundaan-paspor',
    title: 'Angka penolakan dan penundaan paspor dan keberangkatan',
    description:
      'Angka yang dipublikasikan kantor imigrasi dan media, masing-masing dengan sumbernya. Angka gabungan, bagian dari angka lain, dan masa yang tumpang tindih tidak boleh dijumlahkan.',
    homepage: `${siteUrl}${paths.page}`,
    licenses,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'angka',
        title: 'Angka',
        path: `${siteUrl}${paths.csv}`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        rowCount,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: { fields: columns.map(toField), missingValues: [''], primaryKey: 'id' },
      },
      {
        name: 'angka-excel',
        title: 'Angka untuk Excel',
        path: `${siteUrl}${paths.excelCsv}`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
      },
      {
        name: 'angka-json',
        title: 'Angka dalam JSON',
        path: `${siteUrl}${paths.json}`,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ],
    satuDataIndonesia,
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

type Column = (typeof columns)[number]

function toField(column: Column) {
  const required = ['id', 'jenis', 'mulai', 'selesai', 'jumlah'].includes(column.name)
  const values = 'values' in column ? { enum: column.values } : {}
  const constraints = { ...(required ? { required: true } : {}), ...values }
  return {
    name: column.name,
    type: column.type,
    description: column.description,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

const satuDataIndonesia = {
  variabel: [
    {
      nama: 'Jumlah penolakan, penundaan, atau pembatalan',
      alias: 'jumlah',
      konsep: 'Keputusan kantor imigrasi atas permohonan paspor atau keberangkatan',
      definisi:
        'Banyaknya permohonan paspor, paspor, atau keberangkatan dengan hasil menurut kolom jenis, pada masa dari mulai sampai selesai',
      referensiWaktu: 'Masa pada kolom mulai dan selesai',
      tipeData: 'Bilangan bulat',
      klasifikasi: 'Kolom jenis, lingkup_alasan, dan alasan',
      aturanValidasi: 'Tidak negatif; angka yang diisi kantor tidak ditampilkan bila kurang dari 10',
    },
  ],
  indikator: [
    {
      nama: 'Penolakan dan penundaan paspor yang dipublikasikan',
      konsep: 'Pencegahan keberangkatan nonprosedural',
      definisi: 'Angka yang dipublikasikan satu sumber untuk satu kantor, jenis, lingkup alasan, dan masa',
      interpretasi:
        'Angka tinggi tidak berarti wilayah lebih rawan: jumlah permohonan, cara menghitung, dan istilah tiap kantor berbeda. Angka tidak diambil dari sampel.',
      metode: 'Dikutip dari sumber; tidak dijumlahkan dan tidak diperkirakan',
      ukuran: 'Jumlah',
      satuan: 'Permohonan atau orang, menurut sumbernya',
      klasifikasiPenyajian: 'Kantor, tempat pemeriksaan, kantor wilayah, nasional',
      levelEstimasi: 'Kantor',
      dapatDiaksesUmum: true,
    },
  ],
} as const
