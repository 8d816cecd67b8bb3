import { happenedText, howMuch, oneLine, type ToldLine } from '../notifications/notification-text.ts'
import type { LoadedSection } from './today-page-queries.ts'

const NAMED = 5

type Morning = {
  name: string
  workspace: string
  /** Empty for whoever did not ask for Today by mail. */
  sections: readonly LoadedSection[]
  /** What happened, as far as it is told in the morning. */
  happened?: readonly ToldLine[]
  /** The address of Today. */
  home: string
}

/**
 * The mail in the morning: what is to be done, by list, with the first of each by name, and what happened. No word of any letter, and no picture
 * or link that would tell who read it.
 *
 * @returns null when there is nothing to do, and nothing happened
 */
export function morningMailText({ name, workspace, sections, happened = [], home }: Morning) {
  const work = sections.filter(({ isWork }) => isWork)
  const waiting = work.reduce((sum, section) => sum + section.waiting, 0)
  if (waiting === 0 && happened.length === 0) return null
  const isMore = work.some((section) => section.isMore)
  const toDo = waiting === 1 ? 'one thing is' : `${isMore ? 'more than ' : ''}${waiting} things are`
  const text = [
    `Good morning ${oneLine(name)},`,
    ...(waiting > 0 ? [`${toDo} waiting in ${oneLine(workspace)}.`, ...work.map(listOf)] : []),
    ...(happened.length > 0 ? [`What happened in ${oneLine(workspace)}:\n${happenedText(happened)}`] : []),
    waiting > 0 ? `All of it, with its next steps:\n${home}` : `${oneLine(workspace)}:\n${home}`,
  ].join('\n\n')
  const what = waiting > 0 ? `${toDo} waiting` : howMuch(happened.length)
  return { subject: `Today in ${oneLine(workspace)}: ${what}`, text }
}

/** The last lines of the mail. */
export function morningMailFoot(stopAddress: string, settingsAddress: string): string {
  return `\n\nThis mail comes on working days, when there is something to say. What is in it:\n${settingsAddress}\n\nIt stops here, with one press and no questions:\n${stopAddress}\n`
}

function listOf({ title, items, waiting, isMore }: LoadedSection): string {
  const named = items
    .slice(0, NAMED)
    .map(({ who, of }) => `- ${oneLine([who, of].filter(Boolean).join(', '))}`)
  const others = waiting - named.length
  const rest = others > 0 ? [`- and ${isMore ? 'at least ' : ''}${others} more`] : []
  return [`${title}: ${waiting}${isMore ? '+' : ''}`, ...named, ...rest].join('\n')
}
