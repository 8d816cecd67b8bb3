import type { DemoFeed } from './demo-story.ts'

// What two of the shop's prospects have written lately, for the reading list.

export const ECO_SHOP_FEEDS: DemoFeed[] = [
  {
    address: 'https://packlightdiary.example',
    title: 'Packlight Diary',
    followed: 24,
    posts: [
      {
        path: '/wet-weekend',
        title: 'What a wet weekend taught me about dry bags',
        day: 2,
        html: `<p>Two days of rain on the moor, and only one of my bags kept its promise. The rest kept the water in, too.</p>
<p>A roll top is only as good as the person rolling it: three turns, and the air pressed out first. I had done two, in a hurry, beside a bus.</p>
<p>Waxed cotton surprised me. It was heavier when wet, but nothing inside was, and by Monday evening it had dried over a chair.</p>
<p>Next month I will try the same walk with a bag that has no coating at all. If you know one, write to me.</p>`,
      },
      {
        path: '/zip-repair',
        title: 'A zip is a thing you can mend',
        day: 9,
        html: `<p>Most zips that fail are not broken. The slider has opened by half a millimetre, and a pair of pliers closes it again.</p>
<p>I asked the sailmaker at the harbour to show me. It took him eleven seconds, and he would not take money for it.</p>
<p>Makers who sell spare sliders go on my list. So far the list has two names on it.</p>`,
      },
      {
        path: '/one-bag-winter',
        title: 'One bag, one winter',
        day: 19,
        isRead: true,
        html: `<p>From November to February I used a single pack for everything: trains, markets, a funeral, two hills.</p>
<p>It has one scratch and a smell of woodsmoke, and I like it better than when it was new.</p>`,
      },
      {
        path: '/seven-packs-notes',
        title: 'Notes on the seven packs',
        day: 64,
        html: '<p>Readers asked how I weigh them. On the kitchen scale, empty, with the straps on.</p>',
      },
    ],
  },
  {
    address: 'https://slowrails.example',
    title: 'Slow Rails',
    followed: 24,
    posts: [
      {
        path: '/night-train-north',
        title: 'The night train north, with a wool blanket',
        day: 4,
        html: `<p>The heating gave up somewhere after midnight and nobody in the carriage complained. Everybody had been on this line before.</p>
<p>What I carry has not changed in six years: a wool blanket, a steel bottle, one good book, and a bag that can stand on a wet floor.</p>
<p>The bag is the part I think about. Canvas dries slowly, but it dries whole, and the cobbler in Trieste knows it by now.</p>`,
      },
      {
        path: '/platform-soup',
        title: 'Where to find soup on a platform',
        day: 12,
        html: `<p>There are nine stations on this line and four of them have soup. The best one closes at six, which is a pity, because the train comes at seven.</p>
<p>Bring your own cup. They will fill it, and they will ask where you are going.</p>`,
      },
    ],
  },
]
