import { expect, test } from 'vitest'
import { pagePolicy } from '#cms/jobs/page-policy.ts'

const page = (attributes: string) =>
  `<main><section id="lapor"${attributes}></section><script type="module" src="/_a/x.js"></script></main>`
const captcha = 'https://hcaptcha.com https://*.hcaptcha.com'

test('the report page allows no foreign host unless it offers hCaptcha', () => {
  expect(pagePolicy(page(''))).not.toContain('https:')
})

test('a report page that offers hCaptcha allows its hosts for script, style, frame and connection, and nothing more', () => {
  const policy = pagePolicy(page(' data-hcaptcha'))
  const widened = policy.split('; ').filter(directive => directive.includes('https:'))
  expect(widened).toEqual([
    `script-src 'self' ${captcha}`,
    `style-src 'self' ${captcha}`,
    `connect-src 'self' ${captcha}`,
    `frame-src ${captcha}`,
  ])
})
