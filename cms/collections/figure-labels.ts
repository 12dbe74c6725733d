import type { Measure, Reason, ReasonScope } from '#src/content/figure.ts'
import type { Words } from '#cms/hooks/say.ts'

/** Names of measures in the admin. */
export const measureLabels: Record<Measure, Words> = {
  ditolak: { id: 'Permohonan paspor ditolak', en: 'Passport applications refused' },
  ditunda: { id: 'Permohonan paspor ditunda', en: 'Passport applications postponed' },
  dibatalkan: { id: 'Paspor dibatalkan', en: 'Passports cancelled' },
  ditarik: { id: 'Paspor ditarik', en: 'Passports withdrawn' },
  dicabut: { id: 'Paspor dicabut', en: 'Passports revoked' },
  'keberangkatan-ditunda': { id: 'Keberangkatan ditunda', en: 'Departures postponed' },
  'keberangkatan-ditolak': { id: 'Keberangkatan ditolak', en: 'Departures refused' },
  gabungan: { id: 'Gabungan, seperti diterbitkan sumber', en: 'Mixed, as its source published it' },
  lainnya: { id: 'Lainnya', en: 'Other' },
}

/** Names of reason scopes in the admin. */
export const scopeLabels: Record<ReasonScope, Words> = {
  semua: { id: 'Semua alasan', en: 'All reasons' },
  'pmi-nonprosedural': {
    id: 'Hanya dugaan PMI nonprosedural atau TPPO',
    en: 'Only suspected PMI nonprosedural or trafficking',
  },
  administratif: { id: 'Hanya alasan administratif', en: 'Only administrative reasons' },
}

/** Names of reasons in the admin. */
export const reasonLabels: Record<Reason, Words> = {
  'pmi-nonprosedural': { id: 'Dugaan PMI nonprosedural', en: 'Suspected PMI nonprosedural' },
  'dugaan-tppo': { id: 'Dugaan TPPO', en: 'Suspected trafficking' },
  'keterangan-tidak-benar': { id: 'Keterangan tidak benar', en: 'Untrue statements' },
  'data-tidak-sesuai': { id: 'Data tidak sesuai', en: 'Data do not match' },
  'dokumen-tidak-lengkap': { id: 'Dokumen tidak lengkap', en: 'Incomplete documents' },
  'tujuan-tidak-jelas': { id: 'Tujuan tidak jelas', en: 'Purpose unclear' },
  duplikasi: { id: 'Duplikasi', en: 'Duplicate' },
  'di-bawah-umur': { id: 'Di bawah umur', en: 'Under age' },
  'paspor-hilang-rusak': { id: 'Paspor hilang atau rusak', en: 'Passport lost or damaged' },
  'tujuan-berisiko': { id: 'Negara tujuan berisiko', en: 'Destination at risk' },
  'daftar-pencegahan': { id: 'Daftar pencegahan', en: 'Travel ban list' },
  'haji-nonprosedural': { id: 'Haji nonprosedural', en: 'Hajj outside the procedure' },
  teknis: { id: 'Teknis', en: 'Technical' },
  'tidak-dirinci': { id: 'Tidak dirinci sumber', en: 'Not broken down by the source' },
}
