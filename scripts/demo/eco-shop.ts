import { type DemoStory, page } from './demo-story.ts'
import { ECO_SHOP_FEEDS } from './eco-shop-feeds.ts'
import { ECO_SHOP_FACTS, ECO_SHOP_REQUESTS } from './eco-shop-requests.ts'
import { ECO_SHOP_INSIGHTS, ECO_SHOP_WORK } from './eco-shop-work.ts'

// A shop on the product route: its "ultralight, plastic-free carry-on" to people who write about packs.

const SEVEN_PACKS = page(
  'Seven carry-on backpacks I would buy again — Packlight Diary',
  `<p>After four winters of living out of one bag I have firm opinions about zips, and a short list of packs that never let me down.</p>
<h2>What I looked for</h2>
<p>A good pack disappears on your back: you notice the walk, not the straps. Every one of these has crossed at least three borders with me.</p>
<img src="/img/alpine.jpg" alt="The Alpine 28 open on a hotel bed, half packed">
<h2>The seven</h2>
<ul><li>Alpine 28, recycled nylon, 890 g</li><li>City Hauler, waxed canvas, 1.4 kg</li><li>Fold-Away 22, for people who overpack souvenirs</li><li>Nomad 30 with the laptop sleeve everybody asks about</li></ul>
<p>I still have not found one I could hand to my daughter in twenty years. If you make it, write to me.</p>`,
)

const UPDATED_PACKS = SEVEN_PACKS.replace(
  '<p>I still have not found',
  `<h2>An eighth, this spring</h2>
<p>A small maker wrote after the first version of this list. The <a href="https://fernway.example/carry-on/ultralight">Fernway ultralight carry-on</a> is linen and waxed cotton, with no plastic I could find, and it weighs less than my boots. They sent it to me to keep; nobody asked for anything.</p>
<p>I still have not found`,
)

const STOVE_NOTES = page(
  'What goes into a train bag — Slow Rails',
  `<p>Three days on night trains need less than you think. I carry a wool blanket, a steel bottle and one good book.</p>
<h2>The bag itself</h2>
<p>Mine is an old canvas satchel, repaired four times by the same cobbler in Trieste, and I would not swap it for anything with wheels.</p>
<p>Readers keep asking what I would buy new today. Honestly: I do not know any more.</p>`,
)

const HOSTEL_LIST = page(
  'The hostel packing list, revised — Bunk Letters',
  `<p>Every spring I throw away half of this list and start again. Padlock, earplugs, a sheet that dries overnight.</p>
<h2>Bags</h2>
<p>The cheapest daypack is the one you already own. If the zip is gone, a sailmaker will mend it for the price of two coffees.</p>
<p>What I never solved is the wash bag: every one I tried was plastic inside, and every one of them went mouldy by the second week.</p>`,
)

const GEAR_DESK = page(
  'How we test luggage — The Gear Desk',
  `<p>We drop every case from shoulder height, eleven times, on the same concrete step behind the office.</p>
<p>Our reviewers buy what they test, or borrow it and send it back. We publish what broke, and when.</p>
<h2>What we measure</h2>
<ul><li>Weight on our scale, not on the label</li><li>Litres, measured with rice</li><li>Seams after the eleventh drop</li></ul>`,
)

const HILL_WALKS = page(
  'Packing for a week in the hills with two children — Small Boots',
  `<p>Somebody will carry the teddy, and that somebody is you. Plan your litres around it.</p>
<p>Our youngest walks further when she carries her own cup, so every bag in this family has a loop for one.</p>
<h2>Rucksacks that fit small backs</h2>
<p>We have tried nine. Two survived the dog.</p>`,
)

const MINIMAL_MONTH = page(
  'A month with 6 kilograms — Little Luggage',
  `<p>The airline scale said 6.1 and the woman behind it laughed: that is the whole month?</p>
<p>Everything I own for this trip dries overnight, and nothing in it is precious enough to guard.</p>
<h2>The list</h2>
<ul><li>Two shirts, merino</li><li>One pair of trousers that can pass for smart</li><li>A bag that fits under any seat</li></ul>
<p>The bag is the weak spot. It squeaks, it is plastic, and I am looking for its replacement.</p>`,
)

const NO_STRINGS =
  'It is yours to keep either way, whether you write about it or not. If you do, please tell your readers that it was a gift, and mark any link as sponsored or nofollow.'

export const ecoShop: DemoStory = {
  workspace: 'Fernway Travel Goods',
  postalAddress: 'Fernway Travel Goods, 12 Mill Lane, Hebden Bridge HX7 8AD, United Kingdom',
  people: [
    {
      name: 'Mara Lindqvist',
      email: 'mara@fernway.example',
      role: 'owner',
      timeZone: 'Europe/London',
      demoRole: 'shop-owner',
    },
    { name: 'Tom Ashworth', email: 'tom@fernway.example', role: 'writer', timeZone: 'Europe/London' },
  ],
  sites: [
    {
      name: 'Fernway',
      ownerName: 'Fernway Travel Goods',
      domains: 'fernway.example',
      brandNames: 'Fernway\nFernway Travel Goods',
      peopleNames: 'Mara Lindqvist',
      timeZone: 'Europe/London',
      press: {
        day: 12,
        name: 'fernway',
        intro:
          'We sew bags of linen and waxed cotton in Hebden Bridge. This is what others wrote of them, kind words and plain ones.',
      },
    },
  ],
  fields: [
    { noun: 'prospect', label: 'Readers a month', kind: 'number' },
    {
      noun: 'prospect',
      label: 'How well we know them',
      kind: 'choice',
      choices: 'By name only\nWe wrote to each other\nMet in person',
    },
    { noun: 'contact', label: 'Remember to ask', kind: 'text' },
  ],
  blocks: [
    {
      kind: 'paragraph',
      name: 'What we make',
      day: 90,
      text: '{site name} sews bags of linen and waxed cotton in a small workshop in Hebden Bridge, without any plastic, and mends them for as long as they last.',
    },
    {
      kind: 'signature',
      name: 'Mara, with the address',
      day: 90,
      isOwn: true,
      text: '{my name}\n{site owner}\n{postal address}',
    },
  ],
  campaigns: [
    {
      name: 'Ultralight, plastic-free carry-on',
      site: 0,
      route: 'product',
      story:
        'We make a carry-on of linen and waxed cotton: 780 grams, no plastic, repairable by any cobbler. Reviewers of packs list recycled nylon as the green choice; nobody lists a pack without plastic, because there was none. We lend or give one to people who review packs. They keep it either way.',
      targetUrls: 'https://fernway.example/carry-on/ultralight',
    },
    {
      name: 'The mending guide',
      site: 0,
      route: 'service',
      story:
        'Our free guide shows how to mend zips, seams and straps at a kitchen table. It belongs wherever people write about keeping things.',
      targetUrls: 'https://fernway.example/mending',
    },
  ],
  feeds: ECO_SHOP_FEEDS,
  items: [
    {
      site: 0,
      name: 'Ultralight carry-on',
      page: 'https://fernway.example/carry-on/ultralight',
      cost: '38.00',
      currency: 'GBP',
      stock: '9',
    },
    { site: 0, name: 'Waxed wash bag', cost: '9.50', currency: 'GBP', stock: '2' },
    { site: 0, name: 'Market tote', cost: '4.20', currency: 'GBP' },
  ],
  works: ECO_SHOP_WORK,
  insights: ECO_SHOP_INSIGHTS,
  reports: [
    {
      ...{ site: 0, by: 0, day: 1, from: 60, to: 1, title: 'For our investors: the first two months' },
      words: 'What people wrote about our bags, with and without a link.',
    },
  ],
  prospects: [
    {
      kind: 'blogger',
      name: 'Packlight Diary',
      address: 'https://packlightdiary.example',
      country: 'GB',
      whyCare:
        'Jo reviews carry-on packs by living out of them. Her readers ask for bags that last; none of her seven is free of plastic.',
      added: 60,
      language: 'en-GB',
      tags: 'carry-on, reviews, plastic-free',
      own: { 'Readers a month': '12400', 'How well we know them': 'Met in person' },
      vetting: [
        {
          day: 56,
          question: 'real-audience',
          answer: 'yes',
          evidence: 'Forty comments under the note on zips, and she answers most of them.',
        },
        {
          day: 56,
          question: 'on-topic',
          answer: 'yes',
          evidence: 'Eight of the last ten posts are about bags one can carry on.',
        },
      ],
      guidelines: {
        url: 'https://packlightdiary.example/work-with-me',
        note: 'Reads everything, answers what she can use. No press releases.',
      },
      contact: {
        name: 'Jo Whitcombe',
        role: 'writes it all herself',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'jo@packlightdiary.example',
          page: 'https://packlightdiary.example/work-with-me',
          words: 'Write to jo@packlightdiary.example. I read everything.',
        },
      },
      touches: [
        {
          day: 55,
          kind: 'commented',
          note: 'Thanked her for the note on zips; she answered the same evening.',
          url: 'https://packlightdiary.example/seven-packs',
        },
      ],
      reading: {
        day: 52,
        url: 'https://packlightdiary.example/seven-packs',
        html: SEVEN_PACKS,
        quote: 'A good pack disappears on your back: you notice the walk, not the straps.',
        struck: 'She weighs everything herself and says what broke. The last line is an open invitation.',
        gap: 'no plastic-free pack',
      },
      pitch: {
        campaign: 0,
        started: 51,
        subject: 'The pack you could hand to your daughter',
        body: `Hello Jo,

"A good pack disappears on your back" has been pinned above our cutting table since I read your seven packs on packlightdiary.example.

Your list ends with the one you have not found. I may have sewn it: linen and waxed cotton, 780 grams, nothing in it that a cobbler cannot mend. I would be glad to send you one to keep, whatever you make of it and whether or not you ever write a word.

If that is not for you, just say so and I will not write again.

Mara Lindqvist
Fernway Travel Goods`,
        ready: 50,
        sent: { day: 50, via: 'mailto' },
        reply: {
          day: 48,
          words:
            'Mara, you had me at cobbler. Yes please. I am in Porto until the 20th, then home. No promises about the list, but I am curious.',
        },
        answer: { day: 48, words: 'It leaves on Thursday. No promises needed. Enjoy Porto.' },
      },
      sample: {
        item: 0,
        offered: 50,
        words: `Hello Jo,\n\nhere is the carry-on I wrote about, for as long as it lasts.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 48,
        sent: { day: 47, carrier: 'Royal Mail', trackingNumber: 'RM 4471 2208 6 GB', shipping: '14.20' },
        arrived: 41,
      },
      promises: [
        {
          ...{ day: 48, whose: 'ours', due: 45, inLetter: true },
          words: 'Post the carry-on to Porto, to keep.',
          kept: { day: 45, note: 'It left on Thursday, as said.' },
        },
        { day: 20, whose: 'theirs', due: -12, words: 'Tell us how it stands after a summer of trains.' },
      ],
      mention: {
        recorded: 21,
        url: 'https://packlightdiary.example/seven-packs',
        provenance: 'sample',
        ofSample: true,
        note: 'She added an eighth pack to her list, and says openly that it was a gift.',
        looks: [
          { day: 21, html: UPDATED_PACKS },
          { day: 7, html: UPDATED_PACKS },
        ],
        thanks: {
          ...{ day: 20, via: 'mailto' },
          words:
            'Dear Jo,\n\nan eighth pack on your list, and you said openly how it came to you. Thank you for both.\n\nMara',
        },
        onPress: { title: 'Seven carry-on backpacks I would buy again' },
      },
    },
    {
      kind: 'blogger',
      name: 'Slow Rails',
      address: 'https://slowrails.example',
      country: 'DE',
      whyCare: 'Night-train travellers who carry everything themselves and repair what they own.',
      added: 40,
      guidelines: 'absent',
      contact: {
        name: 'Henrik Vogt',
        role: 'writer and photographer',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'post@slowrails.example',
          page: 'https://slowrails.example/impressum',
          words: 'Fragen und Hinweise gern an post@slowrails.example',
        },
      },
      reading: {
        day: 20,
        url: 'https://slowrails.example/train-bag',
        html: STOVE_NOTES,
        quote: 'repaired four times by the same cobbler in Trieste',
        struck: 'He says himself that he does not know what he would buy new today.',
        gap: 'no bag one can buy new today and have repaired',
      },
      pitch: {
        campaign: 0,
        started: 9,
        subject: 'A new bag that a cobbler in Trieste could mend',
        body: `Dear Henrik,

your note on slowrails.example about the satchel repaired four times made me put down my scissors. You write that you no longer know what to buy new.

We build one answer in Yorkshire: waxed cotton, brass, linen thread, no lining to rot. Any saddler can open every seam. May I lend it to you for a winter of night trains? Keep it or post it back, with no strings either way.

A short "no thanks" is perfectly fine, and I will leave you in peace.

Mara Lindqvist, Fernway Travel Goods`,
        ready: 8,
        sent: { day: 8, via: 'copy' },
      },
      sample: {
        item: 0,
        offered: 8,
        words: `Hello Henrik,\n\nif you would like to try one on the night train, I will put it in the post.\n\n${NO_STRINGS}\n\nMara`,
      },
    },
    {
      kind: 'blogger',
      name: 'Bunk Letters',
      address: 'https://bunkletters.example',
      country: 'IE',
      whyCare: 'Hostel travellers on a budget; the wash-bag problem is ours to solve.',
      added: 33,
      guidelines: {
        url: 'https://bunkletters.example/contact',
        note: 'Prefers short mails, no attachments.',
      },
      contact: {
        name: 'Aoife Brennan',
        role: 'editor',
        country: 'IE',
        timeZone: 'Europe/Dublin',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'aoife@bunkletters.example',
          page: 'https://bunkletters.example/contact',
          words: 'Say hello: aoife@bunkletters.example. Short mails get answered.',
        },
      },
      reading: {
        day: 30,
        url: 'https://bunkletters.example/packing-list',
        html: HOSTEL_LIST,
        quote: 'a sailmaker will mend it for the price of two coffees',
        struck: 'Funny, thrifty, and against buying for the sake of it.',
        gap: 'a wash bag without lining',
      },
      pitch: {
        campaign: 0,
        started: 29,
        subject: 'Your mouldy wash bag, and a linen one',
        body: `Hi Aoife,

I found your revised packing list on bunkletters.example and laughed at the sailmaker line, because ours charges three coffees.

About the wash bag that goes mouldy by week two: we sew one from bare waxed linen, nothing inside to trap the damp. Mine is on its fourth summer. Would you like one for your next hostel season? It is yours regardless of what you think of it.

Not your thing? Tell me and that is the end of it.

Mara Lindqvist
Fernway Travel Goods`,
        ready: 28,
        sent: { day: 28, via: 'gmail' },
        followUp: {
          day: 21,
          subject: 'Re: Your mouldy wash bag, and a linen one',
          body: `Hi Aoife,

only to put the linen wash bag back on top of the pile, in case the week ate it. One reply either way and I am content.

Mara, Fernway Travel Goods`,
        },
      },
      sample: {
        item: 1,
        offered: 21,
        words: `Hello Aoife,\n\nthis is the wash bag without plastic, for the second week and all that follow.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 2,
      },
    },
    {
      kind: 'directory',
      name: 'Kept Well',
      address: 'https://keptwell.example',
      country: 'NL',
      whyCare: 'A hand-made directory of repairable goods; readers use it before they buy.',
      added: 45,
      guidelines: {
        url: 'https://keptwell.example/suggest',
        note: 'A form. They look at everything by hand.',
      },
      contact: {
        name: 'Sanne de Wit',
        role: 'keeper of the list',
        country: 'NL',
        timeZone: 'Europe/Amsterdam',
        writesAs: 'company',
        via: {
          kind: 'form',
          address: 'https://keptwell.example/suggest',
          page: 'https://keptwell.example/suggest',
          words: 'Suggest something that can be mended',
        },
      },
      reading: {
        day: 44,
        url: 'https://keptwell.example/bags',
        html: page(
          'Bags that can be mended — Kept Well',
          '<p>We list a bag when we have seen one taken apart and put together again.</p><p>Fourteen makers so far. Waxed cotton, canvas and leather; write to us when yours is missing.</p>',
        ),
        quote: 'when we have seen one taken apart and put together again',
        struck: 'They do not list on anybody’s word.',
        gap: 'a carry-on for aircraft cabins',
      },
      pitch: {
        campaign: 0,
        started: 43,
        subject: 'A carry-on you can take apart yourself',
        body: `Dear Sanne,

keptwell.example lists fourteen makers, and none of them for the cabin of an aeroplane. Our carry-on comes apart with one screwdriver and goes together again in ten minutes; the video of it on our mending page is not sped up.

I could bring one to Utrecht so that you see it done at your own table. If it does not belong on your list, tell me and I shall not ask twice.

Mara Lindqvist for Fernway Travel Goods`,
        ready: 42,
        sent: { day: 42, via: 'form' },
        reply: {
          day: 37,
          words:
            'We watched it twice. You are on the list from Monday. Come for coffee when you are in Utrecht.',
        },
        answer: { day: 36, words: 'Thank you, Sanne. I will bring the coffee.' },
      },
      sample: {
        item: 1,
        offered: 12,
        words: `Hello Sanne,\n\na wash bag to mend and to keep.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 11,
        sent: { day: 4, carrier: 'Royal Mail', trackingNumber: 'RM 9020 1177 3 GB', shipping: '9.10' },
      },
      promises: [
        {
          ...{ day: 36, whose: 'ours', due: 3, inLetter: true },
          words: 'Bring coffee to Utrecht, and the spare screws for their table.',
        },
      ],
      mention: {
        recorded: 30,
        url: 'https://keptwell.example/bags',
        provenance: 'listing',
        note: 'Listed with a link; their links are nofollow for everybody.',
        looks: [
          {
            day: 30,
            html: page(
              'Bags that can be mended — Kept Well',
              '<p>We list a bag when we have seen one taken apart and put together again.</p><ul><li><a href="https://fernway.example/" rel="nofollow">Fernway</a>: linen and waxed cotton, one screwdriver, cabin size.</li><li>Thirteen others below.</li></ul>',
            ),
          },
        ],
      },
    },
    {
      kind: 'roundup',
      name: 'The Gear Desk',
      address: 'https://geardesk.example',
      country: 'GB',
      whyCare: 'Their yearly luggage test is what shops quote at us.',
      added: 70,
      guidelines: {
        url: 'https://geardesk.example/how-we-test',
        note: 'They buy or borrow. They send back.',
      },
      contact: {
        name: 'Priya Nair',
        role: 'luggage editor',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'luggage@geardesk.example',
          page: 'https://geardesk.example/contact',
          words: 'Luggage: luggage@geardesk.example',
        },
      },
      reading: {
        day: 66,
        url: 'https://geardesk.example/how-we-test',
        html: GEAR_DESK,
        quote: 'We publish what broke, and when.',
        struck: 'Eleven drops on the same step. They will be fair.',
        gap: 'a linen case',
      },
      pitch: {
        campaign: 0,
        started: 64,
        subject: 'Eleven drops for a case made of linen',
        body: `Dear Priya,

I read how you test luggage on geardesk.example, down to the rice. Our linen carry-on has met my own back step, but never eleven times in a row.

If your next test has room for a soft case, we will lend you one and gladly take it back broken. I would rather read what failed than guess. A plain no is welcome too, and you will not hear from me about it again.

Mara Lindqvist
Fernway Travel Goods`,
        ready: 63,
        sent: { day: 63, via: 'outlook-work' },
        no: { day: 60, words: 'Thanks, but the next test is hard cases only. Try us in autumn next year.' },
      },
      sample: {
        item: 0,
        offered: 63,
        words: `Hello Priya,\n\nI could send one for the eleven drops.\n\n${NO_STRINGS}\n\nMara`,
        declined: 60,
      },
    },
    {
      kind: 'blogger',
      name: 'Small Boots',
      address: 'https://smallboots.example',
      country: 'GB',
      whyCare: 'Families who walk; they ask about bags that fit small backs.',
      added: 50,
      guidelines: 'absent',
      contact: {
        name: 'Ruth Calder',
        role: 'writes with her husband',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'dm',
          address: '@smallboots',
          page: 'https://smallboots.example/about',
          words: 'Best reached by message, @smallboots',
        },
      },
      reading: {
        day: 48,
        url: 'https://smallboots.example/week-in-the-hills',
        html: HILL_WALKS,
        quote: 'every bag in this family has a loop for one',
        struck: 'The loop for the cup. We should sew that.',
        gap: 'a mending guide for rucksacks',
      },
      pitch: {
        campaign: 1,
        started: 47,
        subject: 'How to mend a rucksack the dog has met',
        body: `Hello Ruth,

two of nine rucksacks survived your dog, says your packing post on smallboots.example. Maybe the other seven can come back.

We keep a free guide with drawings: torn loops, chewed straps, zips off their rails, all fixable at a kitchen table. Use it, print it, pass it on. And if you would rather not hear from me, say the word and I am gone.

Mara Lindqvist (I sew at Fernway Travel Goods)`,
        ready: 46,
        sent: { day: 46, via: 'dm' },
        stop: { day: 45, words: 'Please do not message us about products. Thanks.' },
      },
    },
    {
      kind: 'blogger',
      name: 'Little Luggage',
      address: 'https://littleluggage.example',
      country: 'NZ',
      whyCare: 'One-bag travellers; she says outright that her bag is plastic and she wants another.',
      added: 18,
      guidelines: {
        url: 'https://littleluggage.example/hello',
        note: 'Samples welcome, never in return for coverage.',
      },
      contact: {
        name: 'Kiri Tamihana',
        role: 'writer',
        country: 'NZ',
        timeZone: 'Pacific/Auckland',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'kiri@littleluggage.example',
          page: 'https://littleluggage.example/hello',
          words: 'Brands and makers: kiri@littleluggage.example, samples welcome',
        },
      },
      reading: {
        day: 10,
        url: 'https://littleluggage.example/six-kilograms',
        html: MINIMAL_MONTH,
        quote: 'nothing in it is precious enough to guard',
        struck: 'She is looking for a replacement of exactly our kind.',
        gap: 'a bag of natural fibre',
      },
      pitch: {
        campaign: 0,
        started: 3,
        subject: 'A travel bag that does not squeak',
        body: `Kia ora Kiri,

six kilograms for a month, and the bag is the part that squeaks. I read it on littleluggage.example on the train this morning and had to look at my own.

Ours is silent: linen, waxed cotton, brass. It fits under the seat of every airline we could measure. Samples are welcome, your page says, so here is the offer: one to keep, no strings, and nothing expected.

If you would rather not, one word is enough.

Mara Lindqvist
Fernway Travel Goods`,
        ready: 2,
      },
      sample: {
        item: 1,
        offered: 17,
        words: `Hello Kiri,\n\na bag that does not squeak.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 16,
        sent: { day: 15, carrier: 'Royal Mail', shipping: '14.20' },
        cameBack: 6,
      },
    },
    {
      kind: 'podcast',
      name: 'Hand Luggage Only',
      address: 'https://handluggage.example',
      country: 'AU',
      whyCare: 'A weekly talk about travelling light; the spring series is about materials.',
      added: 15,
      guidelines: {
        url: 'https://handluggage.example/guests',
        note: 'Guests propose one story, not a product.',
      },
      contact: {
        name: 'Dan Okafor',
        role: 'host',
        country: 'AU',
        timeZone: 'Australia/Melbourne',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'guests@handluggage.example',
          page: 'https://handluggage.example/guests',
          words: 'Tell us your one story: guests@handluggage.example',
        },
      },
      reading: {
        day: 12,
        url: 'https://handluggage.example/episodes/waterproof',
        html: page(
          'Waterproof, and what it costs — Hand Luggage Only',
          '<p>Show notes. Every membrane we talked about ends in a landfill, said our guest, and then there was a very long silence.</p><p>Next month: what did people carry before nylon?</p>',
        ),
        quote: 'and then there was a very long silence',
        struck: 'They ask what people carried before nylon. We can tell.',
      },
      pitch: {
        campaign: 1,
        started: 1,
        subject: 'What people carried before nylon',
        body: `Hello Dan,

the long silence in your waterproof episode stayed with me. You ask what people carried before nylon, and our workshop is full of answers`,
      },
      sample: {
        item: 0,
        offered: 11,
        words: `Hello Dan,\n\nI would gladly send you one.\n\n${NO_STRINGS}\n\nMara`,
        takenBack: 10,
      },
    },
    {
      kind: 'journalist',
      name: 'The Valley Courier',
      address: 'https://valleycourier.example',
      country: 'GB',
      whyCare: 'The regional paper; their Saturday page is about makers.',
      added: 100,
      contact: {
        name: 'Beth Sugden',
        role: 'reporter, Saturday page',
        country: 'GB',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'beth.sugden@valleycourier.example',
          page: 'https://valleycourier.example/staff',
          words: 'Beth Sugden, Saturday page',
        },
      },
      guidelines: {
        url: 'https://valleycourier.example/contact',
        note: 'Story ideas by mail to the reporter.',
      },
      touches: [
        {
          day: 90,
          kind: 'met',
          note: 'At the makers’ market; she bought a wash bag and asked about the mill.',
        },
      ],
      sample: {
        item: 2,
        offered: 74,
        words: `Hello Beth,\n\na tote for the market, from the people next door.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 73,
        sent: { day: 72, carrier: 'By hand' },
        arrived: 72,
        nothing: 20,
      },
      mention: {
        recorded: 75,
        url: 'https://valleycourier.example/makers-of-the-mill',
        provenance: 'earned',
        note: 'The piece about the mill. Our name is in it, no link: their paper never links.',
        cameOut: 76,
        looks: [
          {
            day: 75,
            html: page(
              'The makers of the mill — The Valley Courier',
              '<p>On the second floor, Mara Lindqvist of Fernway cuts linen for bags that she hopes to see again: for mending, not for sale.</p><p>Downstairs somebody builds guitars.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'blogger',
      name: 'Thread and Trail',
      address: 'https://threadandtrail.example',
      country: 'FR',
      whyCare: 'Sewing and hiking in one place; readers make their own packs.',
      added: 88,
      guidelines: 'absent',
      contact: {
        name: 'Camille Roche',
        role: 'author',
        country: 'FR',
        timeZone: 'Europe/Paris',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'camille@threadandtrail.example',
          page: 'https://threadandtrail.example/apropos',
          words: 'Écrivez-moi : camille@threadandtrail.example',
        },
      },
      reading: {
        day: 86,
        url: 'https://threadandtrail.example/zips',
        html: page(
          'Changing a zip without a machine — Thread and Trail',
          '<p>You need patience, a thimble and the right film to watch. Nothing else.</p><p>I change three a winter and have never thrown a jacket away for a zip.</p>',
        ),
        quote: 'You need patience, a thimble and the right film to watch.',
        struck: 'Same spirit as our guide, and better drawings.',
      },
      pitch: {
        campaign: 1,
        started: 85,
        subject: 'Two zip guides that should know each other',
        body: `Bonjour Camille,

a thimble and the right film: that is how I learned it too. I came to threadandtrail.example looking for a better way to set a zip by hand and stayed for an hour.

We drew a guide of our own for straps and seams. Perhaps your readers can use it; perhaps I may point ours to your zip drawings, which are clearer than mine. Answer if you like, and if not I will not trouble you again.

Mara Lindqvist, Fernway Travel Goods`,
        ready: 84,
        sent: { day: 84, via: 'mailto' },
        reply: {
          day: 83,
          words: 'Yes! I have put it at the end of the post. Your strap drawing is very good.',
        },
        answer: { day: 82, words: 'Merci, Camille. That made my day.' },
      },
      sample: {
        item: 2,
        offered: 82,
        words: `Hello Camille,\n\nmerci again. Here is a small thing from the workshop.\n\n${NO_STRINGS}\n\nMara`,
        accepted: 81,
        sent: { day: 80, carrier: 'La Poste', shipping: '7.40' },
        arrived: 76,
      },
      mention: {
        recorded: 80,
        url: 'https://threadandtrail.example/zips',
        provenance: 'earned',
        targetUrl: 'https://fernway.example/mending',
        looks: [
          {
            day: 80,
            html: page(
              'Changing a zip without a machine — Thread and Trail',
              '<p>You need patience, a thimble and the right film to watch.</p><p>For straps and seams, see <a href="https://fernway.example/mending">the drawings of a maker in Yorkshire</a>.</p>',
            ),
          },
          {
            day: 40,
            html: page(
              'Changing a zip without a machine — Thread and Trail',
              '<p>You need patience, a thimble and the right film to watch.</p><p>I have rewritten the end of this post.</p>',
            ),
          },
          {
            day: 38,
            html: page(
              'Changing a zip without a machine — Thread and Trail',
              '<p>You need patience, a thimble and the right film to watch.</p><p>I have rewritten the end of this post.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'blogger',
      name: 'Cabin Baggage Club',
      address: 'https://cabinbaggage.example',
      country: 'GB',
      whyCare: 'Measures every cabin bag; has no category for natural fibres.',
      added: 36,
      mention: {
        recorded: 16,
        url: 'https://cabinbaggage.example/spring-reading',
        provenance: 'earned',
        note: 'They reprinted the list from Packlight Diary, with its links.',
        looks: [
          {
            day: 16,
            html: page(
              'Spring reading — Cabin Baggage Club',
              '<p>Reprinted with permission: the <a href="https://fernway.example/carry-on/ultralight">Fernway carry-on</a> and seven others.</p>',
              '<link rel="canonical" href="https://packlightdiary.example/seven-packs">',
            ),
          },
        ],
        thanks: { day: 15, letBe: true },
        onPress: { isOff: true },
      },
    },
    {
      kind: 'journalist',
      name: 'Northgate Radio',
      address: 'https://northgateradio.example',
      country: 'GB',
      whyCare: 'A local morning show; the presenter mends her own coats.',
      added: 41,
      guidelines: 'absent',
      contact: {
        name: 'Sheila Marsh',
        role: 'presenter',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'company',
        via: {
          kind: 'spoken',
          address: 'at the studio door',
          page: 'https://northgateradio.example/contact',
          words: 'Come by on Fridays',
        },
      },
      reading: {
        day: 39,
        url: 'https://northgateradio.example/coats',
        html: page(
          'The coat that would not die — Northgate Radio',
          '<p>Eleven callers, nine coats, and one pair of trousers that has been to Everest base camp.</p>',
        ),
        quote: 'one pair of trousers that has been to Everest base camp',
        struck: 'Her listeners mend things.',
      },
      pitch: {
        campaign: 1,
        started: 38,
        subject: 'A mending morning for your Friday callers',
        body: `Dear Sheila,

the trousers that went to base camp, on northgateradio.example, deserve a medal. I could bring our mending guide and a box of toggles one Friday, and your callers could bring the patients.

If that is not for you, just say no at the door.

Mara Lindqvist, Fernway Travel Goods`,
        ready: 37,
        sent: { day: 37, via: 'spoken' },
        withdrawn: 34,
      },
      promises: [
        { day: 34, whose: 'theirs', due: 4, words: 'Let us know when there is a Friday free in autumn.' },
        {
          ...{ day: 34, whose: 'ours', due: 25, words: 'A box of toggles for the studio.' },
          released: {
            day: 27,
            reason: 'Told her at the door that the toggles are out of stock until winter.',
          },
        },
      ],
    },
    {
      kind: 'directory',
      name: 'Plastic-Free Index',
      address: 'https://plasticfreeindex.example',
      country: 'GB',
      whyCare: 'People look things up here before they buy.',
      added: 25,
      mention: {
        recorded: 11,
        url: 'https://plasticfreeindex.example/luggage',
        provenance: 'listing',
        note: 'A customer said we are in it.',
        looks: [
          {
            day: 11,
            html: page(
              'Luggage — Plastic-Free Index',
              '<p>Nine makers of bags without plastic, looked over once a year by hand.</p><p>The list is closed until spring.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'roundup',
      name: 'Deal Hunter Travel',
      address: 'https://dealhuntertravel.example',
      whyCare: '',
      added: 22,
      notForUs: 'Every post is a list of discount codes. Nobody there reads.',
      tags: 'deals',
      offers: [
        'Sponsored post: $120, with two do-follow links.',
        'Link insertion in an older article: $60.',
        'We accept sponsored posts from any niche.',
      ],
      looked: 22,
      vetting: [
        {
          day: 22,
          question: 'sells-links',
          answer: 'yes',
          evidence: 'Their page for partners has a price list for posts and for links.',
        },
      ],
    },
    {
      kind: 'blogger',
      name: 'Windward Notes',
      address: 'https://windwardnotes.example',
      country: 'SE',
      whyCare: 'Sailors: they mend sails, they would mend a bag.',
      added: 26,
      guidelines: 'absent',
      contact: {
        name: 'Elin Ström',
        role: 'writes from the boat',
        country: 'SE',
        timeZone: 'Europe/Stockholm',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'elin@windwardnotes.example',
          page: 'https://windwardnotes.example/ombord',
          words: 'elin@windwardnotes.example when there is signal',
        },
      },
      reading: {
        day: 25,
        url: 'https://windwardnotes.example/canvas',
        html: page(
          'Canvas, and why we went back to it — Windward Notes',
          '<p>Salt eats zips and patience in the same week. Canvas only gets softer.</p><p>We sewed our own kit bags from an old mainsail and have not bought one since.</p>',
        ),
        quote: 'Salt eats zips and patience in the same week.',
        struck: 'They stopped buying bags at all. Respect.',
        gap: 'a cabin bag for the flight home',
      },
      pitch: {
        campaign: 0,
        started: 24,
        subject: 'For the flight home from the boat',
        body: `Hej Elin,

"Salt eats zips and patience in the same week": I read that on windwardnotes.example aloud to the whole workshop. You sew your own from a mainsail, so you hardly need us.

Except perhaps for the flight home. Our cabin bag closes with two brass toggles and no zip at all. I should love to know what salt does to it; keep it when you have found out. A no is fine too, and I will stay ashore.

Mara Lindqvist, Fernway Travel Goods`,
        ready: 23,
        sent: { day: 23, via: 'mailto' },
        bounce: { day: 23, words: '550 5.1.1 no such user here' },
      },
    },
  ],
  file: {
    day: 1,
    by: 0,
    name: 'People from the Leipzig fair.csv',
    text: [
      'Name,Website,Email,Role,Tags,Notes',
      'Jo Whitcombe,https://packlightdiary.example,jo@packlightdiary.example,Writes the diary,"fair, packs",Talked about zips',
      'Ines Falk,https://duffelnotes.example,ines@duffelnotes.example,Editor,fair,Wants to see the linen up close',
      'Rafa Soto,https://duffelnotes.example,rafa@duffelnotes.example,Photographer,fair,',
      'Carry On Cast,https://carryoncast.example,hello@carryoncast.example,,podcast,Records in May',
      'Kiri,https://littleluggage.example,kiri@littleluggage.example,,fair,',
      'The man with the dog,ftp://dog.example,,,,',
    ].join('\n'),
  },
  facts: ECO_SHOP_FACTS,
  requests: ECO_SHOP_REQUESTS,
  checkRun: { day: 5, by: 0 },
  mailbox: { by: 0, day: 20 },
  webhook: {
    ...{ by: 0, day: 12, name: 'Sheet of links', url: 'https://hooks.example/rapport' },
    types: ['mention.outcome_changed', 'pitch.answered'],
  },
  doubts: [
    {
      by: 0,
      day: 2,
      folder: 'INBOX',
      from: 'Aoife at home <brennan.aoife@homepost.example>',
      to: 'mara@fernway.example',
      subject: 'Re: Your mouldy wash bag, and a linen one',
      words: 'Writing from home, sorry. Does it come in a size that fits two toothbrushes?',
    },
    {
      by: 0,
      day: 1,
      folder: 'Sent',
      from: 'Mara Lindqvist <mara@fernway.example>',
      to: 'Kiri <kiri@littleluggage.example>',
      subject: 'A travel bag that does not squeak',
      words:
        'Kia ora Kiri,\n\nI wrote this one anew on the train. Shall I send you our silent bag to try?\n\nMara',
    },
  ],
  ownPages: [
    {
      url: 'https://fernway.example/carry-on/ultralight',
      day: 3,
      html: page('The ultralight carry-on — Fernway', '<p>Linen and waxed cotton, and no plastic in it.</p>'),
    },
    {
      url: 'https://fernway.example/mending',
      day: 1,
      status: 404,
      html: page('Page not found — Fernway', '<p>Sorry, this page could not be found.</p>'),
    },
  ],
}
