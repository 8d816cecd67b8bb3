import type { DemoFeed, DemoInsight, DemoProspect, DemoWork } from './demo-story.ts'

// What the travel writer has agreed on with outlets: each kind of work, and each state it can be in.

export const FREELANCER_SHOWS: DemoProspect[] = [
  {
    kind: 'podcast',
    name: 'Slow Waves',
    address: 'https://slowwaves.example',
    country: 'NL',
    whyCare: 'An hour a month with people who go by water. Their listeners write long letters.',
    added: 50,
  },
  {
    kind: 'directory',
    name: 'The Speakers’ Index',
    address: 'https://speakersindex.example',
    country: 'GB',
    whyCare: 'Somebody said it would bring work.',
    added: 44,
  },
]

export const FREELANCER_FEEDS: DemoFeed[] = [
  {
    address: 'https://slowwaves.example',
    title: 'Slow Waves',
    followed: 40,
    posts: [
      {
        path: '/bread-on-board',
        title: 'Bread on board, with Ines Moreau',
        day: 1,
        audio: true,
        pageHtml: '<p>Press play, and put the kettle on.</p><audio controls src="/bread.mp3"></audio>',
        html: `<p>What does one talk about on day eight? Ines Moreau crossed on freight, and kept every receipt.</p>
<p>In the show: <a href="https://inesmoreau.example/cargo-ships">her guide to cargo ships</a>.</p>`,
      },
      {
        path: '/locks-at-night',
        title: 'Locks at night',
        day: 31,
        audio: true,
        html: '<p>A lock keeper, a flask and a list of names.</p>',
      },
    ],
  },
]

export const FREELANCER_WORK: DemoWork[] = [
  {
    with: 'https://slowwaves.example',
    kind: 'podcast',
    title: 'Bread on board',
    day: 30,
    recording: { inDays: -9, time: '19:30', zone: 'Europe/Amsterdam' },
    airsInDays: 2,
    wish: 'https://inesmoreau.example/cargo-ships',
    fit: {
      listeners: { answer: 'yes', words: 'People who plan a trip by water and do not dare to ask.' },
      say: { answer: 'yes', words: 'The receipts, day eight, and whom to feed.' },
      'no-fee': { answer: 'yes', words: 'No word of money anywhere.' },
    },
    sheet: {
      hosts: 'Joost and Mirre',
      asked: 'A story about food, and one number that surprised me.',
      heard: 'The one about locks at night. They let a guest finish.',
      facts: '11 quiet days from Świnoujście. A crew of nine. 1,140 euros with food.',
      story1: 'How the cook found out that I bake.',
      story2: 'What one talks about on day eight.',
      story3: 'The receipt for one lemon.',
    },
    steps: [{ day: 9, to: 'recorded' }],
  },
  {
    with: 'https://offthetimetable.example',
    kind: 'podcast',
    title: 'The ferry people',
    day: 74,
    recording: { inDays: -60, time: '18:00', zone: 'Europe/Dublin' },
    steps: [{ day: 60, to: 'recorded' }],
    out: { day: 45, url: 'https://offthetimetable.example/41' },
  },
  {
    with: 'https://radiohafenstadt.example',
    kind: 'interview',
    title: 'Ten minutes about the harbour',
    day: 2,
    recording: { inDays: 1, time: '08:10', zone: 'Europe/Berlin' },
    sheet: {
      hosts: 'the morning team',
      asked: 'Short answers. Nothing about prices.',
      story1: 'The tug that waited.',
    },
  },
  {
    with: 'https://morningledger.example',
    kind: 'interview',
    title: 'A portrait for the weekend pages',
    day: 88,
    steps: [{ day: 86, to: 'recorded' }],
    out: { day: 70, url: 'https://morningledger.example/slow-boat' },
  },
  {
    with: 'https://northernline.example',
    kind: 'interview',
    title: 'After the last station',
    day: 8,
    state: 'pitched',
  },
  {
    with: 'https://wayfarersweekly.example',
    kind: 'roundup',
    title: 'The one thing I always pack',
    day: 60,
    dueInDays: -59,
    texts: ['A spoon. It weighs nothing.', 'A spoon. You can eat anything, anywhere, with your own spoon.'],
    steps: [{ day: 59, to: 'handed-in' }],
    out: { day: 50, url: 'https://wayfarersweekly.example/always-pack' },
  },
  {
    with: 'https://besttravelblogs.example',
    kind: 'roundup',
    title: 'Where I would go by train this autumn',
    day: 12,
    dueInDays: -3,
    airsInDays: -1,
    texts: ['To Narvik, and then not back at once.'],
    steps: [{ day: 4, to: 'handed-in' }],
  },
  {
    with: 'https://flightless.example',
    kind: 'guest-post',
    title: 'A freight ship in receipts',
    day: 3,
    dueInDays: 5,
    bylines: ['https://inesmoreau.example/', 'https://inesmoreau.example/cargo-ships'],
    texts: ['One lemon, 0.40. I asked for the receipt, and the cook laughed for a whole day.'],
  },
  {
    with: 'https://overlandkitchen.example',
    kind: 'guest-post',
    title: 'What they cook on ferries at night',
    day: 15,
    state: 'planned',
  },
  {
    with: 'https://patienttraveller.example',
    kind: 'guest-post',
    title: 'Harbour canteens, from Vigo to Gdańsk',
    day: 28,
    texts: ['The best soup of the Atlantic stands behind a customs office.'],
    steps: [
      { day: 20, to: 'handed-in' },
      { day: 10, to: 'not-used' },
    ],
  },
  {
    with: 'https://womenwhowander.example',
    kind: 'directory',
    title: 'My entry among the speakers',
    day: 33,
    state: 'planned',
    wanted: 'Two editors have asked me whether I am in it.',
    texts: ['Ines Moreau. A year without flying; ferries, freight, bread. Speaks French and English.'],
    steps: [{ day: 30, to: 'handed-in' }],
    out: { day: 14, url: 'https://womenwhowander.example/speakers/ines' },
  },
  {
    with: 'https://speakersindex.example',
    kind: 'directory',
    title: 'A paid entry',
    day: 43,
    state: 'planned',
    paid: '90 pounds a year, they said',
    steps: [{ day: 42, to: 'withdrawn' }],
  },
]

export const FREELANCER_INSIGHTS: DemoInsight[] = [
  {
    title: 'Which cargo ships still take passengers',
    url: 'https://inesmoreau.example/cargo-ships',
    day: 100,
    publishedDay: 110,
    whatsNew: 'I wrote to forty-one lines and printed every answer. Eleven still take passengers.',
    citedAs: 'guide to cargo ships',
  },
]
