import { type Action, can, type Role, type RoleGrants } from '#lib/domain/roles.ts'
import { settingsPlaces } from '#lib/domain/settings-places.ts'
import type { Waiting } from '#lib/features/today/waiting-queries.ts'
import type { CommandItem } from './command-search.ts'
import type { NavItem } from './nav-list.tsx'

/** Where one can go in a workspace, as the role may see it, with how much waits there for this person. */
export function workspacePlaces(
  slug: string,
  { role, grants }: { role: Role; grants: RoleGrants },
  waiting: Waiting = { outcomes: 0, duplicates: 0, doubts: 0 },
): NavItem[] {
  const home = `/w/${slug}`
  const places: (NavItem & { needs: Action })[] = [
    { label: 'Today', href: home, icon: 'today', section: '', key: 't', onPhone: true, needs: 'today.read' },
    {
      label: 'Prospects',
      href: `${home}/prospects`,
      icon: 'prospects',
      section: '',
      key: 'p',
      onPhone: true,
      needs: 'prospects.read',
    },
    {
      label: 'People',
      href: `${home}/contacts`,
      icon: 'contacts',
      section: '',
      key: 'e',
      needs: 'prospects.read',
    },
    {
      label: 'Reading',
      href: `${home}/reading`,
      icon: 'reading',
      section: '',
      key: 'r',
      needs: 'prospects.read',
    },
    {
      label: 'Reading list',
      href: `${home}/reading-list`,
      icon: 'reading-list',
      section: '',
      key: 'n',
      needs: 'prospects.read',
    },
    {
      label: 'Pitches',
      href: `${home}/pitches`,
      icon: 'pitches',
      section: '',
      key: 'l',
      onPhone: true,
      needs: 'pitches.read',
    },
    {
      label: 'Answers',
      href: `${home}/answers`,
      icon: 'inbox',
      section: '',
      key: 'a',
      count: waiting.doubts,
      needs: 'pitches.read',
    },
    {
      label: 'Mentions',
      href: `${home}/mentions`,
      icon: 'mentions',
      section: '',
      key: 'm',
      onPhone: true,
      needs: 'mentions.read',
    },
    {
      label: 'Review',
      href: `${home}/review`,
      icon: 'review',
      section: '',
      key: 'v',
      count: waiting.outcomes,
      needs: 'outcomes.review',
    },
    {
      label: 'Requests',
      href: `${home}/requests`,
      icon: 'requests',
      section: 'Beyond letters',
      key: 'q',
      needs: 'requests.read',
    },
    {
      label: 'Samples',
      href: `${home}/samples`,
      icon: 'samples',
      section: 'Beyond letters',
      key: 'g',
      needs: 'samples.read',
    },
    {
      label: 'Work',
      href: `${home}/contributions`,
      icon: 'contributions',
      section: 'Beyond letters',
      key: 'o',
      needs: 'contributions.read',
    },
    {
      label: 'Promises',
      href: `${home}/promises`,
      icon: 'promises',
      section: 'Beyond letters',
      key: 'd',
      needs: 'prospects.read',
    },
    {
      label: 'What worked',
      href: `${home}/worked`,
      icon: 'reports',
      section: 'What for',
      key: 'w',
      needs: 'reports.letters',
    },
    {
      label: 'Reports',
      href: `${home}/reports`,
      icon: 'numbers',
      section: 'What for',
      key: 'b',
      needs: 'reports.read',
    },
    {
      label: 'Customer reports',
      href: `${home}/customer-reports`,
      icon: 'customer-reports',
      section: 'What for',
      key: 'u',
      needs: 'customer-reports.read',
    },
    {
      label: 'Campaigns',
      href: `${home}/campaigns`,
      icon: 'campaigns',
      section: 'What for',
      key: 'c',
      needs: 'campaigns.read',
    },
    {
      label: 'Sites',
      href: `${home}/sites`,
      icon: 'sites',
      section: 'What for',
      key: 's',
      needs: 'sites.read',
    },
    { label: 'Imports', href: `${home}/imports`, icon: 'imports', section: 'House', needs: 'imports.run' },
    {
      label: 'Duplicates',
      href: `${home}/duplicates`,
      icon: 'duplicates',
      section: 'House',
      count: waiting.duplicates,
      needs: 'prospects.read',
    },
    {
      label: 'Keep a page',
      href: `${home}/capture`,
      icon: 'capture',
      section: 'House',
      needs: 'prospects.write',
    },
    {
      label: 'Mailboxes',
      href: `${home}/settings/mailboxes`,
      icon: 'mailboxes',
      section: 'House',
      needs: 'pitches.send',
    },
    { label: 'Settings', href: `${home}/settings`, icon: 'settings', section: 'House', needs: 'sites.read' },
    {
      label: 'Members',
      href: `${home}/settings/members`,
      icon: 'members',
      section: 'House',
      needs: 'members.manage',
    },
    { label: 'Trash', href: `${home}/trash`, icon: 'trash', section: 'House', needs: 'trash.read' },
  ]
  return places.filter((place) => can(role, place.needs, grants)).map(({ needs: _, ...place }) => place)
}

/** What one can begin from anywhere, for the command palette. */
export function workspaceCommands(
  slug: string,
  { role, grants }: { role: Role; grants: RoleGrants },
): CommandItem[] {
  const home = `/w/${slug}`
  const commands: (CommandItem & { needs: Action })[] = [
    { label: 'Add a prospect', href: `${home}/prospects/new`, group: 'Do', needs: 'prospects.write' },
    { label: 'Read a post', href: `${home}/reading/new`, group: 'Do', needs: 'reading.write' },
    { label: 'Write a pitch', href: `${home}/pitches/new`, group: 'Do', needs: 'pitches.write' },
    { label: 'Note a promise', href: `${home}/promises/new`, group: 'Do', needs: 'promises.write' },
    { label: 'Log a touch', href: `${home}/touch`, group: 'Do', needs: 'touches.write' },
    { label: 'Offer a sample', href: `${home}/samples/new`, group: 'Do', needs: 'samples.write' },
    { label: 'Items to give away', href: `${home}/samples/items`, group: 'Go to', needs: 'samples.read' },
    { label: 'Take in requests', href: `${home}/requests/new`, group: 'Do', needs: 'requests.write' },
    {
      label: 'Plan an episode, post or listing',
      href: `${home}/contributions/new`,
      group: 'Do',
      needs: 'contributions.write',
    },
    { label: 'Insights', href: `${home}/insights`, group: 'Go to', needs: 'insights.read' },
    { label: 'Add an insight', href: `${home}/insights/new`, group: 'Do', needs: 'insights.write' },
    { label: 'Record a mention', href: `${home}/mentions/new`, group: 'Do', needs: 'mentions.write' },
    {
      label: 'Keep pages from your browser',
      href: `${home}/capture/setup`,
      group: 'Go to',
      needs: 'prospects.write',
    },
    { label: 'What you put off', href: `${home}/later`, group: 'Go to', needs: 'today.read' },
    {
      label: 'Write a report for a customer',
      href: `${home}/customer-reports/new`,
      group: 'Do',
      needs: 'customer-reports.write',
    },
    { label: 'Press list', href: `${home}/press`, group: 'Go to', needs: 'mentions.read' },
    { label: 'Add a campaign', href: `${home}/campaigns/new`, group: 'Do', needs: 'campaigns.write' },
    { label: 'Add a site', href: `${home}/sites/new`, group: 'Do', needs: 'sites.write' },
    {
      label: 'Connect a mailbox',
      href: `${home}/settings/mailboxes/new`,
      group: 'Do',
      needs: 'pitches.send',
    },
    { label: 'Invite somebody', href: `${home}/settings/members`, group: 'Do', needs: 'members.manage' },
  ]
  const begun = commands.filter(({ needs }) => can(role, needs)).map(({ needs: _, ...command }) => command)
  return [...begun, ...settingsCommands(home, { role, grants })]
}

/** The places of the settings, found by people's own words. Those that stand in the navigation are not said twice. */
function settingsCommands(home: string, { role, grants }: { role: Role; grants: RoleGrants }): CommandItem[] {
  const shown = new Set(workspacePlaces(home.slice('/w/'.length), { role, grants }).map(({ href }) => href))
  return settingsPlaces(role, grants)
    .map(({ label, path, isOutside, words }) => ({
      ...{ label, href: isOutside ? path : home + path, group: 'Settings' },
      keywords: words.split(' '),
    }))
    .filter(({ href }) => !shown.has(href))
}
