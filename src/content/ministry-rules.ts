import { lawsChecked } from './laws.ts'
import { reviewDay } from './review.ts'

/** A regulation of the ministry for migrant workers that changed what these pages say, or may. */
export interface MinistryRule {
  /** As people cite it, e.g. `Permen P2MI 17/2025`. */
  short: string
  /** Subject, in the words of its title. */
  subject: string
  /** Where we know it from: a copy of its text, or a report. */
  source: Readonly<{ title: string; url: string }>
  /** The articles that we read (`Pasal 1`), or null where we read nothing of its text. */
  read: string | null
  /** Last day (`YYYY-MM-DD`) until which somebody must look again. */
  reviewBy: string
}

const moving = reviewDay(lawsChecked, 'moving')
const settled = reviewDay(lawsChecked, 'settled')
const copy = (path: string) => ({ title: 'pasal.id', url: `https://pasal.id/${path}` })
const report = {
  title: 'Dukuh UMKM, siaran kementerian 6 Maret 2025',
  url: 'https://dukuhumkm.com/read/berita/3424/wamen-p2mi-christina-dialog-dengan-p3mi-serap-aspirasi-penempatan-pekerja-migran-di-luar-negeri',
}

/** Regulations of 2025 in the order of their numbers. Titles are those of the source; nothing else of them is claimed here. */
export const ministryRules: readonly MinistryRule[] = [
  {
    short: 'Permen P2MI 1/2025',
    subject: 'Tata cara pemberian izin perusahaan penempatan (P3MI)',
    source: report,
    read: null,
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 2/2025',
    subject: 'Tata cara penerbitan dan pencabutan SIP2MI',
    source: report,
    read: null,
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 3/2025',
    subject: 'Penghentian dan pelarangan penempatan pekerja migran Indonesia',
    source: report,
    read: null,
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 4/2025',
    subject: 'Tata cara pengenaan sanksi administratif',
    source: copy('en/peraturan/permen/permen-p2mi-no-4-tahun-2025/koreksi/9440565'),
    read: 'Pasal 1',
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 17/2025',
    subject: 'Biaya penempatan pekerja migran Indonesia',
    source: copy('peraturan/permen/permen-p2mi-no-17-tahun-2025/koreksi/9449675'),
    read: 'Pasal 1',
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 18/2025',
    subject: 'Petunjuk teknis kredit usaha rakyat (KUR) penempatan pekerja migran',
    source: copy('en/peraturan/permen/permen-p2mi-no-18-tahun-2025/koreksi/9481528'),
    read: 'Pasal 1',
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 31/2025',
    subject: 'Standar usaha penyeleksian dan penempatan pekerja migran',
    source: copy('peraturan/permen/permen-p2mi-no-31-tahun-2025/koreksi/6474111'),
    read: 'Pasal 23',
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 32/2025',
    subject: 'Fasilitasi kepulangan, rehabilitasi, dan reintegrasi pekerja migran',
    source: copy('en/peraturan/permen/permen-p2mi-no-32-tahun-2025/koreksi/6438978'),
    read: 'Pasal 1',
    reviewBy: moving,
  },
  {
    short: 'Permen P2MI 33/2025',
    subject: 'Pemberdayaan pekerja migran dan keluarganya',
    source: copy('peraturan/permen/permen-p2mi-no-33-tahun-2025/koreksi/9435004'),
    read: 'Pasal 6',
    reviewBy: moving,
  },
]

/** Rules that pages and articles name in passing, from a report or a copy given there, with their review day. */
export const namedRules: readonly Readonly<{ short: string; reviewBy: string }>[] = [
  { short: 'Kepmenaker 260/2015', reviewBy: moving },
  { short: 'Peraturan BP2MI 2/2020', reviewBy: moving },
  { short: 'Peraturan BP2MI 9/2020', reviewBy: moving },
  { short: 'Permenkumham 9/2020', reviewBy: moving },
  { short: 'Permenkumham 8/2014', reviewBy: moving },
  { short: 'Permenkumham 4/2017', reviewBy: moving },
  { short: 'Permenkumham 9/2024', reviewBy: moving },
  { short: 'UU 30/2014', reviewBy: settled },
  { short: 'PP 43/2018', reviewBy: settled },
]

/** Laws that are named only as what amended, or is amended by, one in the list of laws: looked at with that one. */
export const amendments: readonly string[] = ['UU 13/2006', 'UU 23/2002', 'UU 6/2023', 'PP 26/2016']
