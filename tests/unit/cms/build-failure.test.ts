import { expect, test } from 'vitest'
import { BuildFailure, failureKinds, failureOf, failureText, kindOf, readFailure } from '#cms/jobs/failure.ts'
import { failureLine, failureWords, subjectWords } from '#cms/jobs/failure-words.ts'

test.each([
  ['[ERROR] offices "jakarta" does not fit its schema:\n  phone: x', null, 'content'],
  ['TypeError: fetch failed\n connect ECONNREFUSED 127.0.0.1:8080', null, 'cms'],
  ['http://127.0.0.1:1/api/publik/figures answered 500; expected 200 with { items: [...] }', null, 'cms'],
  ['The operation was aborted due to timeout', null, 'cms'],
  ['ENOSPC: no space left on device, write', null, 'disk'],
  ['EROFS: read-only file system', null, 'disk'],
  ["Error: ENOTDIR: not a directory, open '/x'", null, 'disk'],
  ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', null, 'memory'],
  ['Key list: the list of the CMS is not the one pinned in keylist.pin. See docs/protocol.md.', null, 'keys'],
  ['', 'SIGKILL', 'memory'],
  ['something else', null, 'other'],
] as const)('what a build said (%s, %s) is a failure of the kind %s', (output, signal, kind) => {
  expect(kindOf(output, signal)).toBe(kind)
})

test('a full disk is told by its code, whatever wraps it', () => {
  const full = new Error('write failed', { cause: Object.assign(new Error('x'), { code: 'EDQUOT' }) })
  expect(failureOf(full).kind).toBe('disk')
})

test('a refused document is named as editors call it, in both languages', () => {
  const failure = failureOf(
    new BuildFailure('content', 'articles "cara/aman" does not fit its schema:\n  title: x'),
  )
  expect(failure.subject).toBe('articles/cara/aman')
  expect(subjectWords(failure, 'id')).toBe('artikel "cara/aman"')
  expect(subjectWords(failure, 'en')).toBe('the article "cara/aman"')
  expect(failureLine(new BuildFailure('content', 'articles "x" does not fit its schema'))).toContain(
    'artikel "x"',
  )
})

test('a row keeps kind, subject and detail; a text of an earlier version is a detail', () => {
  const failure = { kind: 'content', subject: 'offices/x', detail: 'line 1\nline 2' } as const
  expect(readFailure(failureText(failure))).toEqual(failure)
  expect(readFailure(failureText({ kind: 'disk', subject: '', detail: '' }))).toEqual({
    kind: 'disk',
    subject: '',
    detail: '',
  })
  expect(readFailure('[unknown] x\ny')).toEqual({ kind: 'other', subject: '', detail: '[unknown] x\ny' })
  expect(failureText({ kind: 'other', subject: '', detail: 'a'.repeat(9000) }).length).toBe(4000)
})

test.each(failureKinds)('a failure of the kind %s is told in whole sentences of both languages', kind => {
  const { id, en } = failureWords[kind]
  expect([id, en].every(text => /\.$/.test(text) && text.split(' ').length > 6)).toBe(true)
  expect(id).not.toBe(en)
})
