import type { DemoInsight, DemoWork } from './demo-story.ts'

// What the shop has agreed on with outlets, and the one thing it published that others may cite.

export const ECO_SHOP_WORK: DemoWork[] = [
  {
    with: 'https://handluggage.example',
    kind: 'podcast',
    title: 'A bag without plastic',
    day: 5,
    recording: { inDays: 6, time: '17:00', zone: 'Europe/Lisbon' },
    wish: 'https://fernway.example/mending',
    fit: { listeners: { answer: 'yes', words: 'They travel with one bag and want it to last.' } },
    sheet: { hosts: 'Tess', story1: 'The zip that came back eleven times.' },
  },
  {
    with: 'https://geardesk.example',
    kind: 'roundup',
    title: 'The repair I am proudest of',
    day: 9,
    texts: ['A strap from 2014. The stitching was ours, the scar is theirs.'],
    steps: [{ day: 8, to: 'handed-in' }],
  },
  {
    with: 'https://plasticfreeindex.example',
    kind: 'directory',
    title: 'Our entry',
    day: 11,
    state: 'planned',
  },
]

export const ECO_SHOP_INSIGHTS: DemoInsight[] = [
  {
    title: 'What breaks first on a travel bag',
    url: 'https://fernway.example/mending',
    day: 60,
    publishedDay: 64,
    whatsNew: 'We counted 312 bags that came back to be mended. It is the strap, not the zip.',
    citedAs: 'Fernway repair count',
  },
]
