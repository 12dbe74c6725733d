import { describe, expect, test } from 'vitest'
import { indicators } from '#src/risk/indicators.ts'
import { readMessage } from '#src/risk/message/read-message.ts'
import { sayings } from '../../fixtures/message-signs.ts'

const table = Object.entries(sayings).flatMap(([sign, texts]) => texts.map(text => [text, sign] as const))

describe('every sign can be seen in a message', () => {
  test('no sign of the rules is forgotten', () => {
    expect(indicators.map(sign => sign.id).filter(id => !sayings[id as keyof typeof sayings])).toEqual([])
  })

  test.each(table)('"%s" shows %s', (text, sign) => {
    expect(readMessage(text).signs).toContain(sign)
  })
})
