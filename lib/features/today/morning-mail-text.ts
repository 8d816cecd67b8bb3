import type { LoadedSection } from './today-page-queries.ts'

const NAMED = 5
const LINE_CHARACTERS = 200

type Morning = {
  name: string
  workspace: string
  sections: readonly LoadedSection[]
  /** The address of Today. */
  home: string
}

/**
 * The mail in the morning: what is to be done, by list, with the first of each by name. No word of any letter, and no picture
 * or link that would tell who read it.
 *
 * @returns null when there is nothing to do
 */
export function morningMailText({ name, workspace, sections, home }: Morning) {
  const work = sections.filter(({ isWork }) => isWork)
  const waiting = work.reduce((sum, section) => sum + section.waiting, 0)
  if (waiting === 0) return null
  const isMore = work.some((section) => section.isMore)
  const howMuch = waiting === 1 ? 'one thing is' : `${isMore ? 'more than ' : ''}${waiting} things are`
  const text = [
    `Good morning ${oneLine(name)},`,
    `${howMuch} waiting in ${oneLine(workspace)}.`,
    ...work.map(listOf),
    `All of it, with its next steps:\n${home}`,
  ].join('\n\n')
  return { subject: `Today in ${oneLine(workspace)}: ${howMuch} waiting`, text }
}

/** The last lines of the mail. */
export function morningMailFoot(stopAddress: string): string {
  return `\n\nYou asked for this mail on working days. It stops here, with one press and no questions:\n${stopAddress}\n`
}

function listOf({ title, items, waiting, isMore }: LoadedSection): string {
  const named = items
    .slice(0, NAMED)
    .map(({ who, of }) => `- ${oneLine([who, of].filter(Boolean).join(', '))}`)
  const others = waiting - named.length
  const rest = others > 0 ? [`- and ${isMore ? 'at least ' : ''}${others} more`] : []
  return [`${title}: ${waiting}${isMore ? '+' : ''}`, ...named, ...rest].join('\n')
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LINE_CHARACTERS)
}
