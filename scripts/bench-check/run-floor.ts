import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { Agent, request } from 'undici'
import { postUrl } from './bench-pages.ts'
import { answerRounds } from './rounds.ts'

/** The least any link check can do: fetch, parse to a tree, walk it, and note the links with their rel. */
export function runFloor(port: number): void {
  const dispatcher = new Agent({ connections: 20 })
  answerRounds(async (number) => {
    const { body } = await request(postUrl(`http://127.0.0.1:${port}`, number), { dispatcher })
    const links = linksOf(parse(await body.text()))
    if (links.length < 49) throw new Error(`Page ${number} had ${links.length} links`)
  })
}

function linksOf(document: DefaultTreeAdapterTypes.Document): { href: string; rel: string | undefined }[] {
  const links: { href: string; rel: string | undefined }[] = []
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [document]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of node.childNodes) {
      if (!('childNodes' in child)) continue
      waiting.push(child)
      if (child.tagName !== 'a') continue
      const href = child.attrs.find(({ name }) => name === 'href')?.value
      if (href !== undefined) links.push({ href, rel: child.attrs.find(({ name }) => name === 'rel')?.value })
    }
  }
  return links
}
