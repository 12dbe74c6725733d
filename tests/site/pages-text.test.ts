import { describe, expect, test } from 'vitest'
import { inlineHtml } from '#site/components/campaign/inline-html.ts'
import { articleMessage, bannerMessage, whatsappLink } from '#site/components/campaign/share.ts'

const site = new URL('https://contoh.id/')

describe('running text', () => {
  test('cannot become markup, whatever an editor types', () => {
    expect(inlineHtml([{ text: '<script>alert("1")</script> & \'x\'' }])).toBe(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;',
    )
  })

  test('keeps a full stop right after a link', () => {
    expect(
      inlineHtml([{ text: 'Baca ' }, { text: 'jalur resmi', href: '/jalur-resmi/' }, { text: '.' }]),
    ).toBe('Baca <a href="/jalur-resmi/">jalur resmi</a>.')
  })

  test('escapes an address so that it stays inside its attribute', () => {
    expect(inlineHtml([{ text: 'x', href: '/a"onclick="b' }])).toBe('<a href="/a&quot;onclick=&quot;b">x</a>')
  })

  test('sets bold and italic together', () => {
    expect(inlineHtml([{ text: 'x', bold: true, italic: true }])).toBe('<strong><em>x</em></strong>')
  })
})

describe('a message for WhatsApp', () => {
  test('holds title, summary and the address of the article', () => {
    const text = articleMessage({ slug: 'modus', title: 'Judul', summary: 'Isi.' }, site)
    expect(text).toBe('*Judul*\n\nIsi.\n\nhttps://contoh.id/kampanye/modus/')
  })

  test('of a banner leads to the action of the banner', () => {
    const text = bannerMessage(
      { title: 'T', message: 'M', action: { label: 'Periksa', href: '/periksa/' } },
      site,
    )
    expect(text.endsWith('https://contoh.id/periksa/')).toBe(true)
  })

  test('comes whole out of the link', () => {
    const text = '*a & b*\n\n100% “benar”?\n\nhttps://contoh.id/'
    expect(new URL(whatsappLink(text)).searchParams.get('text')).toBe(text)
  })
})
