import { createHash } from 'node:crypto'

const closed = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

/** Where hCaptcha's script, frame and checks come from, as its documentation asks. */
const captchaHosts = 'https://hcaptcha.com https://*.hcaptcha.com'

/** Policy of a file that is neither a page nor a script. */
export const filePolicy = `default-src 'none'; ${closed}`

/**
 * Policy of a script file. A page's scripts do not need it; a worker, of whichever kind, is under the policy of its own
 * answer, and any script file may be started as one: it may load scripts, ask its own host, and compile WebAssembly if its
 * text names that.
 */
export function scriptPolicy(script: string): string {
  const wasm = script.includes('WebAssembly') ? " 'wasm-unsafe-eval'" : ''
  return `default-src 'none'; script-src 'self'${wasm}; connect-src 'self'; worker-src 'self'; ${closed}`
}

/** The policy under which a built file is answered, by its name and text; null: that of every other file. */
export function policyOf(address: string, text: () => string): string | null {
  if (address.endsWith('.html')) return pagePolicy(text())
  if (/\.m?js$/.test(address)) return scriptPolicy(text())
  return null
}

/**
 * The tightest Content-Security-Policy under which a built page works: its own inline scripts and styles by hash, files
 * from its own host, and no script at all where the page has none.
 */
export function pagePolicy(html: string): string {
  const scripts = elements(html, 'script').filter(element => !isData(element.attributes))
  const inline = scripts.filter(element => !/\ssrc=/.test(element.attributes)).map(element => element.body)
  const hasScript = scripts.length > 0 || html.includes('<astro-island')
  const wasm = /["'/]pagefind\//.test(html) ? " 'wasm-unsafe-eval'" : ''
  const script = hasScript ? `'self'${wasm}${hashes(inline)}` : "'none'"
  // The report page says so when its operator offers hCaptcha; its script comes only after a tap.
  const captcha = /\sdata-hcaptcha[\s=>]/.test(html) ? ` ${captchaHosts}` : ''
  const styles = elements(html, 'style').map(element => element.body)
  const parts = [
    "default-src 'none'",
    `script-src ${script}${captcha}`,
    `style-src 'self'${hashes(styles)}${captcha}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src ${hasScript ? "'self'" : "'none'"}${captcha}`,
    ...(captcha ? [`frame-src${captcha}`] : []),
    `worker-src ${hasScript ? "'self'" : "'none'"}`,
    closed,
  ]
  return parts.join('; ')
}

type Element = { attributes: string; body: string }

function elements(html: string, name: 'script' | 'style'): Element[] {
  const pattern = new RegExp(`<${name}((?:\\s[^>]*)?)>([\\s\\S]*?)</${name}>`, 'gi')
  return [...html.matchAll(pattern)].map(match => ({ attributes: match[1] ?? '', body: match[2] ?? '' }))
}

/** Data blocks (JSON, structured data) are not executed and need no permission. */
function isData(attributes: string): boolean {
  const type = /\stype=["']?([^"'\s>]+)/i.exec(attributes)?.[1]
  return type !== undefined && type !== 'module' && !/javascript$/i.test(type)
}

function hashes(bodies: readonly string[]): string {
  const unique = new Set(bodies.filter(body => body.length > 0))
  return [...unique].map(body => ` 'sha256-${createHash('sha256').update(body).digest('base64')}'`).join('')
}
