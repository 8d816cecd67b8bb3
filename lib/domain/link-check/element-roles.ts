import type { LinkElement } from './link-facts.ts'
import type { ElementInfo } from './page-record.ts'

/** Where on a page an element stands: in it, in what only readers without scripts see, or in a shadow root. */
export type Within = 'page' | 'noscript' | 'shadow'

const MOUNT_IDS =
  /^(?:root|app|__next|__nuxt|___gatsby|gatsby-focus-wrapper|svelte|main-app|app-root|react-root|reactroot|ember-app|q-app|application|mount|spa|react-app|vue-app)$/i
const MAIN_IDS = /^(?:content|main|main-content|primary|article|post)$/i

/** Whether an element is a place scripts fill: a mount point, or the main part of the page. */
export function placeForScripts(
  tag: string,
  attributes: ElementInfo['attributes'],
): { what: string; isMain: boolean } | null {
  let id = ''
  let isMain = tag === 'main' || tag === 'article'
  let isMount = tag === 'app-root'
  for (const { name, value } of attributes) {
    if (name === 'id') id = value
    else if (name === 'role') isMain ||= value === 'main'
    else if (name === 'ng-app' || name === 'data-reactroot') isMount = true
  }
  if (id !== '') {
    isMain ||= MAIN_IDS.test(id)
    isMount ||= MOUNT_IDS.test(id)
  }
  if (!isMain && !isMount) return null
  return { what: id === '' ? tag : `${tag}#${id}`, isMain: isMain && !isMount }
}

/** An SVG link's href counts before its old xlink:href; on an HTML element a prefix means nothing. */
export function hrefOf({ namespace, attributes }: ElementInfo): string | null {
  const plain = attributes.find(({ name, prefix }) => name === 'href' && !prefix)?.value ?? null
  if (plain !== null || namespace === 'html') return plain
  const isOld = ({ name, prefix }: ElementInfo['attributes'][number]) =>
    prefix ? prefix === 'xlink' && name === 'href' : name === 'xlink:href'
  return attributes.find(isOld)?.value ?? null
}

export function linkElementOf(tag: string, namespace: ElementInfo['namespace'], within: Within): LinkElement {
  if (tag === 'area') return 'area'
  if (namespace === 'svg') return 'svg-a'
  if (within === 'noscript') return 'noscript-a'
  return within === 'shadow' ? 'shadow-a' : 'a'
}
