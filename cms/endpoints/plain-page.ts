import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** A page that the server writes itself, for the moments when no built page can answer. All texts are plain, not HTML. */
export type PlainPage = {
  language: 'id' | 'en'
  title: string
  paragraphs: readonly string[]
  links?: readonly { href: string; text: string }[]
  /** Trusted markup of ours, after the paragraphs. */
  markup?: string
  /** Above everything, on a server that is for trying only. */
  isDemo?: boolean
}

const style = `
:root{color-scheme:light dark;--paper:#fbf8f1;--ink:#1d2b2a;--quiet:#4d5d5b;--sea:#0b5d56;--clay:#b4532a;--line:#d9d2c3;--field:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#13201f;--ink:#f1ede2;--quiet:#b9c4c0;--sea:#7fd0c3;--clay:#f0a27c;--line:#33433f;--field:#1b2b29}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:3rem min(1.25rem,5vw)}
.mark{display:block;width:7rem;height:.75rem;margin-bottom:2rem;color:var(--clay)}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem;color:var(--sea);text-wrap:balance}
p{margin:0 0 1rem}
ul{list-style:none;margin:1.5rem 0 0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}
li a{display:block;padding:.75rem 0;min-height:44px}
.demo{margin:0;padding:.5rem 1.25rem;text-align:center;font-weight:600;color:var(--paper);background:var(--clay)}
.qr{display:block;width:min(100%,16rem);margin:0 0 1rem;background:#fff;border-radius:4px}
code{font:600 1.125rem/1.6 ui-monospace,monospace;overflow-wrap:anywhere}
a{color:var(--sea)}
label{display:block;font-weight:600;margin:1.25rem 0 .25rem}
.hint{display:block;font-weight:400;color:var(--quiet);font-size:.9375rem}
p.hint{margin-top:.75rem}
.error{display:block;margin:.25rem 0;font-weight:600;color:var(--clay);font-size:.9375rem}
input{width:100%;min-height:48px;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--quiet);border-radius:4px}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--clay);outline-offset:2px}
button{min-height:48px;margin-top:1.5rem;padding:.5rem 1.5rem;font:inherit;font-weight:600;color:var(--paper);background:var(--sea);border:0;border-radius:4px;cursor:pointer}
button.quiet{margin-top:.75rem;color:var(--sea);background:none;border:1px solid var(--sea)}
`
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
const band =
  '<svg class="mark" viewBox="0 0 112 12" aria-hidden="true"><path d="M0 6 6 0l6 6-6 6zm20 0 6-6 6 6-6 6zm20 0 6-6 6 6-6 6zm20 0 6-6 6 6-6 6zm20 0 6-6 6 6-6 6zm20 0 6-6 6 6-6 6z" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>'

const demoMark =
  '<aside class="demo" aria-label="Demo">DEMO. Server ini untuk mencoba. <span lang="en">A server for trying.</span></aside>'

/** Makes text safe between tags and inside double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Answers with a page of its own, without script, that no cache keeps. */
export function sendPlainPage(response: ServerResponse, status: number, page: PlainPage): void {
  const links = (page.links ?? []).map(
    link => `<li><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></li>`,
  )
  const html = `<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="text-scale" content="scale">
<meta name="robots" content="noindex"><title>${escapeHtml(page.title)}</title><style>${style}</style></head>
<body>${page.isDemo ? demoMark : ''}<main>${band}<h1>${escapeHtml(page.title)}</h1>
${page.paragraphs.map(text => `<p>${escapeHtml(text)}</p>`).join('\n')}
${page.markup ?? ''}
${links.length > 0 ? `<ul>${links.join('')}</ul>` : ''}
</main></body></html>
`
  const bytes = Buffer.from(html)
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src ${styleHash}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
