import { expect, test, vi } from 'vitest'
import { refuse } from '#cms/endpoints/front.ts'
import { withoutValues } from '#cms/endpoints/no-values.ts'

test('an error near sealed rows is logged by its kind, code and place, without the values it quotes', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const cause = Object.assign(new Error('disk'), { code: 'SQLITE_CORRUPT' })
  const failing = withoutValues(() =>
    Promise.reject(new Error('Failed query: insert … params: rahasia', { cause })),
  )
  await expect(failing).rejects.toMatchObject({ status: 500, code: 'broken' })
  const logged = log.mock.calls.flat().join('')
  log.mockRestore()
  expect(logged).toMatch(/^Error SQLITE_CORRUPT\n\s+at /)
  expect(logged).not.toContain('rahasia')
})

test('a refusal goes on to the caller as it is', async () => {
  await expect(withoutValues(() => Promise.reject(refuse('not-found')))).rejects.toMatchObject({
    status: 404,
  })
})
