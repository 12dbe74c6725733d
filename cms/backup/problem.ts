/** Why nothing was backed up or restored, for the person at the shell: Indonesian first, English in brackets. */
export class BackupProblem extends Error {
  constructor(id: string, en: string) {
    super(`${id}\n(${en})`)
    this.name = 'BackupProblem'
  }
}

/** SQLite's result codes. */
const sqliteCodes = { busy: 5, readOnly: 8, full: 13, cannotOpen: 14 }

/** The same failure in words where it is one of the disk; any other comes back as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BackupProblem) return error
  const { code, path } = error as NodeJS.ErrnoException
  const sqlite = ((error as { errcode?: number }).errcode ?? 0) & 0xff
  const where = path ? ` (${path})` : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || sqlite === sqliteCodes.full)
    return new BackupProblem(
      `Diska penuh${where}. Kosongkan tempat, lalu ulangi. Tidak ada yang tersimpan setengah.`,
      'The disk is full. Make room and try again. Nothing was left half done.',
    )
  if (code === 'EFBIG')
    return new BackupProblem(
      `Berkas terlalu besar untuk diska ini${where}. Pakai diska lain (FAT hanya sampai 4 GB).`,
      'The file is too large for this disk. Use another one (FAT holds 4 GB at most).',
    )
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    sqlite === sqliteCodes.readOnly ||
    sqlite === sqliteCodes.cannotOpen
  )
    return new BackupProblem(
      `Tidak diizinkan${where}. Jalankan dengan akun yang menjalankan server, dan periksa izin foldernya.`,
      'Not permitted. Run this as the account that runs the server, and check the permissions of the folder.',
    )
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BackupProblem(`Tidak ada${where}. Periksa tulisannya.`, 'There is no such file or folder.')
  if (code === 'EISDIR')
    return new BackupProblem(`Itu folder, bukan berkas${where}.`, 'That is a folder, not a file.')
  if (sqlite === sqliteCodes.busy)
    return new BackupProblem(
      'Basis data terlalu sibuk. Ulangi sebentar lagi.',
      'The database is too busy. Try again in a moment.',
    )
  return error
}
