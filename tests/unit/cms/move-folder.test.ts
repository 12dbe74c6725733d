import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveFolder } from '#cms/jobs/move-folder.ts'

let here: string
let elsewhere: string
const memory = '/dev/shm'
const isOtherDisk = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev

beforeEach(() => {
  here = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-move-'))
  elsewhere = mkdtempSync(path.join(isOtherDisk ? memory : tmpdir(), 'berangkat-aman-move-'))
  mkdirSync(path.join(here, 'from/kantor'), { recursive: true })
  writeFileSync(path.join(here, 'from/kantor/index.html'), 'kantor')
})
afterEach(() => {
  for (const folder of [here, elsewhere]) rmSync(folder, { recursive: true, force: true })
})

describe('a built folder', () => {
  test('moves on its disk', async () => {
    await moveFolder(path.join(here, 'from'), path.join(here, 'to'))
    expect(readFileSync(path.join(here, 'to/kantor/index.html'), 'utf8')).toBe('kantor')
    expect(existsSync(path.join(here, 'from'))).toBe(false)
  })

  test.skipIf(!isOtherDisk)('moves to another disk', async () => {
    await moveFolder(path.join(here, 'from'), path.join(elsewhere, 'to'))
    expect(readFileSync(path.join(elsewhere, 'to/kantor/index.html'), 'utf8')).toBe('kantor')
    expect(existsSync(path.join(here, 'from'))).toBe(false)
  })

  test('that cannot arrive stays where it is', async () => {
    await expect(moveFolder(path.join(here, 'from'), path.join(elsewhere, 'none/to'))).rejects.toThrow()
    expect(existsSync(path.join(here, 'from/kantor/index.html'))).toBe(true)
  })
})
