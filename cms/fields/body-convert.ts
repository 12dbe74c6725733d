import { z } from 'zod'
import { type Block, bodySchema, type Inline } from '#src/content/shared.ts'

const BOLD = 1
const ITALIC = 2

const textNode = z.object({ type: z.literal('text'), text: z.string(), format: z.number().default(0) })
const lineBreak = z.object({ type: z.literal('linebreak') })
const linkNode = z.object({
  type: z.enum(['link', 'autolink']),
  fields: z.object({ url: z.string() }),
  children: z.array(z.union([textNode, lineBreak])),
})
const inlineNodes = z.array(z.union([textNode, lineBreak, linkNode]))
const listItem = z.object({ type: z.literal('listitem'), children: inlineNodes })
const blockNode = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), children: inlineNodes }),
  z.object({ type: z.literal('heading'), tag: z.enum(['h2', 'h3']), children: inlineNodes }),
  z.object({ type: z.literal('quote'), children: inlineNodes }),
  z.object({
    type: z.literal('list'),
    listType: z.enum(['bullet', 'number']),
    children: z.array(listItem).min(1),
  }),
])
const stateSchema = z.object({ root: z.object({ children: z.array(blockNode) }) })
type InlineNode = z.infer<typeof inlineNodes>[number]

function toInlines(nodes: readonly InlineNode[]): Inline[] {
  return joinAlike(flatten(nodes))
}

/** Neighbours that look the same become one: the editor splits text at line breaks. */
function joinAlike(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    const isAlike =
      last && last.bold === inline.bold && last.italic === inline.italic && last.href === inline.href
    if (isAlike) last.text += inline.text
    else joined.push({ ...inline })
  }
  return joined
}

function flatten(nodes: readonly InlineNode[], href?: string): Inline[] {
  return nodes.flatMap((node, index) => {
    if (node.type === 'link' || node.type === 'autolink') return flatten(node.children, node.fields.url)
    const text = node.type === 'text' ? node.text : '\n'
    const before = nodes[index - 1]
    const format = node.type === 'text' ? node.format : before?.type === 'text' ? before.format : 0
    return [
      {
        text,
        ...(format & BOLD ? { bold: true } : {}),
        ...(format & ITALIC ? { italic: true } : {}),
        ...(href ? { href } : {}),
      },
    ]
  })
}

/**
 * The editor's state as the blocks of the public shape. Empty paragraphs are dropped; nothing is a body without blocks.
 * @throws ZodError when the state holds what no block can show.
 */
export function toBlocks(state: unknown): Block[] {
  if (state === null || state === undefined) return []
  const blocks = stateSchema.parse(state).root.children.flatMap((node): Block[] => {
    if (node.type === 'list') {
      return [
        {
          type: node.listType === 'number' ? 'ol' : 'ul',
          items: node.children.map(item => toInlines(item.children)),
        },
      ]
    }
    const text = toInlines(node.children)
    if (text.length === 0) return []
    if (node.type === 'heading') return [{ type: node.tag, text }]
    return [{ type: node.type === 'quote' ? 'quote' : 'p', text }]
  })
  return bodySchema.parse(blocks)
}

const element = { direction: 'ltr', format: '', indent: 0, version: 1 } as const

function fromInline({ bold, href, italic, text }: Inline): Record<string, unknown>[] {
  const format = (bold ? BOLD : 0) | (italic ? ITALIC : 0)
  const parts = text.split('\n').flatMap((line, index): Record<string, unknown>[] => {
    const node = { type: 'text', text: line, format, detail: 0, mode: 'normal', style: '', version: 1 }
    const nodes = line === '' && index > 0 ? [] : [node]
    return index === 0 ? nodes : [{ type: 'linebreak', version: 1 }, ...nodes]
  })
  return href === undefined
    ? parts
    : [
        {
          ...element,
          type: 'link',
          version: 3,
          fields: { linkType: 'custom', url: href, newTab: false },
          children: parts,
        },
      ]
}

function fromBlock(block: Block): Record<string, unknown> {
  if (block.type === 'ul' || block.type === 'ol') {
    const listType = block.type === 'ol' ? 'number' : 'bullet'
    const children = block.items.map((item, index) => ({
      ...element,
      type: 'listitem',
      value: index + 1,
      children: item.flatMap(fromInline),
    }))
    return { ...element, type: 'list', listType, tag: block.type, start: 1, children }
  }
  const children = block.text.flatMap(fromInline)
  if (block.type === 'p') return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children }
  return block.type === 'quote'
    ? { ...element, type: 'quote', children }
    : { ...element, type: 'heading', tag: block.type, children }
}

/** Blocks of the public shape as the editor's state; null for none. The inverse of `toBlocks` for what the schema allows. */
export function fromBlocks(blocks: readonly Block[]): { root: Record<string, unknown> } | null {
  if (blocks.length === 0) return null
  return { root: { ...element, type: 'root', children: blocks.map(fromBlock) } }
}
