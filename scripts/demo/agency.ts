import { type DemoStory, page } from './demo-story.ts'

// An agency with two Sites: a writer writes, a reviewer looks over outcomes, a viewer (the coffee roaster) may look.

export const agency: DemoStory = {
  workspace: 'Harbour & Reed',
  postalAddress: 'Harbour & Reed, 4 Quay Street, Bristol BS1 2AB, United Kingdom',
  people: [
    {
      name: 'Grace Harbour',
      email: 'grace@harbourandreed.example',
      role: 'owner',
      timeZone: 'Europe/London',
    },
    { name: 'Sam Reed', email: 'sam@harbourandreed.example', role: 'writer', timeZone: 'Europe/London' },
    {
      name: 'Noor Haddad',
      email: 'noor@harbourandreed.example',
      role: 'reviewer',
      timeZone: 'Europe/London',
      demoRole: 'agency-reviewer',
    },
    {
      name: 'Astrid Tern',
      email: 'astrid@terncoffee.example',
      role: 'viewer',
      timeZone: 'Europe/Oslo',
      demoRole: 'agency-viewer',
      sees: [0],
    },
  ],
  readFirst: { day: 1, by: 0, writer: 1 },
  sites: [
    {
      name: 'Tern Coffee',
      ownerName: 'Tern Coffee Roasters',
      domains: 'terncoffee.example',
      brandNames: 'Tern Coffee\nTern Coffee Roasters',
      peopleNames: 'Astrid Tern',
      timeZone: 'Europe/Oslo',
    },
    {
      name: 'Lumen Bikes',
      ownerName: 'Lumen Bikes Ltd',
      domains: 'lumenbikes.example\nlumen-cargo.example',
      brandNames: 'Lumen Bikes',
      peopleNames: 'Joe Lumen',
      timeZone: 'Europe/London',
    },
  ],
  campaigns: [
    {
      name: 'Roasting by wind',
      site: 0,
      route: 'service',
      story:
        'Tern roasts when the wind turbines on the fjord turn, and not when they do not. Astrid Tern can explain what that does to coffee and to opening hours.',
      targetUrls: 'https://terncoffee.example/wind',
    },
    {
      name: 'The cargo bike for stairs',
      site: 1,
      route: 'product',
      story:
        'A cargo bike that one person can carry up a flight of stairs. Families in flats need it; reviews assume a garage.',
      targetUrls: 'https://lumenbikes.example/stairs',
    },
  ],
  prospects: [
    {
      kind: 'blogger',
      name: 'Crema & Co.',
      address: 'https://cremaandco.example',
      country: 'GB',
      by: 1,
      whyCare: 'Home baristas who read about roasting to the last paragraph.',
      added: 75,
      guidelines: { url: 'https://cremaandco.example/contact', note: 'Loves data, hates adjectives.' },
      contact: {
        name: 'Ellis Moore',
        role: 'author',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'ellis@cremaandco.example',
          page: 'https://cremaandco.example/contact',
          words: 'Data to ellis@cremaandco.example',
        },
      },
      reading: {
        day: 72,
        url: 'https://cremaandco.example/roast-curves',
        html: page(
          'Twelve roast curves, one bean — Crema & Co.',
          '<p>Change the airflow by a tenth and the bean will tell on you.</p><p>I would pay for curves from a roaster whose power is not constant.</p>',
        ),
        quote: 'Change the airflow by a tenth and the bean will tell on you.',
        struck: 'Asks for curves from a roaster with uneven power. That is Tern.',
      },
      pitch: {
        campaign: 0,
        started: 71,
        subject: 'Roast curves from a roastery that runs on gusts',
        body: `Hello Ellis,

twelve curves for one bean, and you still want more: I read it on cremaandco.example with a pencil in hand. You ask for a roaster whose power is not constant.

Astrid Tern roasts by wind, and has logged every batch for three years, gusts and all. She will share the raw logs with you, nothing tidied. If spreadsheets from a fjord are not your idea of fun, tell me and I will not write again.

Sam Reed, for Tern Coffee Roasters`,
        ready: 70,
        sent: { day: 70, via: 'gmail' },
        reply: { day: 69, words: 'Raw logs are exactly my idea of fun.' },
        answer: { day: 68, words: 'Attached, all three years. Astrid is happy to be asked.' },
      },
      mention: {
        recorded: 55,
        by: 1,
        url: 'https://cremaandco.example/roasting-by-wind',
        provenance: 'earned',
        targetUrl: 'https://terncoffee.example/wind',
        looks: [
          {
            day: 55,
            html: page(
              'What wind does to a roast — Crema & Co.',
              '<p>The logs come from <a href="https://terncoffee.example/wind">Tern Coffee</a>, and they are a delight: batch 1,204 was roasted in a gale.</p>',
            ),
          },
          {
            day: 20,
            html: page(
              'What wind does to a roast — Crema & Co.',
              '<p>The logs come from <a href="https://terncoffee.example/wind">Tern Coffee</a>, and they are a delight: batch 1,204 was roasted in a gale.</p>',
            ),
          },
          {
            day: 8,
            html: page(
              'What wind does to a roast — Crema & Co.',
              '<p>The logs come from <a href="https://terncoffee.example/wind" rel="nofollow">Tern</a>, and they are a delight: batch 1,204 was roasted in a gale.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'journalist',
      name: 'The Trade Post',
      address: 'https://tradepost.example',
      country: 'GB',
      by: 1,
      whyCare: 'Trade paper for food makers.',
      added: 68,
      guidelines: {
        url: 'https://tradepost.example/news-desk',
        note: 'News desk reads everything before nine.',
      },
      contact: {
        name: 'Fiona Grant',
        role: 'news desk',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'news@tradepost.example',
          page: 'https://tradepost.example/news-desk',
          words: 'News desk: news@tradepost.example',
        },
      },
      reading: {
        day: 66,
        url: 'https://tradepost.example/energy',
        html: page(
          'Small roasters and the power bill — The Trade Post',
          '<p>A third of the roasters we asked have moved a shift to the night. None has moved it to the weather.</p>',
        ),
        quote: 'None has moved it to the weather.',
        struck: 'The sentence is an invitation.',
      },
      pitch: {
        campaign: 0,
        started: 65,
        subject: 'One roaster did move its shift to the weather',
        body: `Dear Fiona,

"None has moved it to the weather", says your piece about power bills on tradepost.example. One has: Tern Coffee, on a fjord, since 2023.

Their bill fell by two fifths; their neighbours got used to coffee at odd hours. Astrid Tern is glad to talk figures with you before nine, as your page asks. If the subject is closed, a short no is fine with us.

Sam Reed for Tern Coffee Roasters`,
        ready: 64,
        sent: { day: 64, via: 'outlook-work' },
        reply: { day: 63, words: 'Astonishing. I will ring her tomorrow at eight.' },
        answer: { day: 63, words: 'She will have coffee on. Thank you.' },
      },
      mention: {
        recorded: 58,
        by: 1,
        url: 'https://tradepost.example/roasting-by-the-weather',
        provenance: 'quote',
        note: 'Quoted at length, named, no link.',
        cameOut: 59,
        ask: {
          day: 50,
          reason:
            'Readers who want to see the wind logs have nowhere to go: the piece names them and does not say where they are.',
          closed: { day: 44, answer: 'declined' },
        },
        looks: [
          {
            day: 58,
            html: page(
              'Roasting by the weather — The Trade Post',
              '<p>At Tern Coffee the roaster starts when the turbines do. "We sleep when it is calm," says Astrid Tern.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'blogger',
      name: 'Third Floor Family',
      address: 'https://thirdfloorfamily.example',
      country: 'GB',
      by: 1,
      whyCare: 'Lives with two children on the third floor, and writes about every stair.',
      added: 50,
      guidelines: 'absent',
      contact: {
        name: 'Maya Osei',
        role: 'author',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'maya@thirdfloorfamily.example',
          page: 'https://thirdfloorfamily.example/about',
          words: 'maya@thirdfloorfamily.example',
        },
      },
      reading: {
        day: 48,
        url: 'https://thirdfloorfamily.example/buggy-to-bike',
        html: page(
          'From buggy to bicycle — Third Floor Family',
          '<p>Every cargo bike I tried assumed a garage. We have forty-eight steps and a neighbour with opinions.</p><p>Test rides so far: five. Suitable for us: none.</p>',
        ),
        quote: 'We have forty-eight steps and a neighbour with opinions.',
        struck: 'Five test rides, none that fits. Ours was built for this.',
        gap: 'a cargo bike one can carry upstairs',
      },
      pitch: {
        campaign: 1,
        started: 47,
        subject: 'Forty-eight steps, one cargo bike, no garage',
        body: `Hi Maya,

forty-eight steps and a neighbour with opinions: I came across your post on thirdfloorfamily.example and showed it to the people who build Lumen bikes. They went quiet, then proud.

Their cargo bike weighs as much as a full suitcase and has a handle for stairs. They would lend you one for a month, neighbour included. Whether you write about it is entirely up to you. If you would rather not have another test ride, just tell me.

Sam Reed, for Lumen Bikes Ltd`,
        ready: 46,
        sent: { day: 46, via: 'mailto' },
        reply: { day: 44, words: 'The neighbour is in favour. When can it come?' },
        answer: { day: 44, words: 'On Saturday, carried up by its designer.' },
      },
      mention: {
        recorded: 19,
        by: 1,
        site: 1,
        url: 'https://thirdfloorfamily.example/a-month-of-stairs',
        provenance: 'sample',
        looks: [
          {
            day: 19,
            html: page(
              'A month of stairs — Third Floor Family',
              '<p>This bike was lent to us by its makers, and went back on Sunday. The <a href="https://lumenbikes.example/stairs" rel="sponsored nofollow">Lumen</a> came up forty-eight steps every evening.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'roundup',
      name: 'City Cargo Test',
      address: 'https://citycargotest.example',
      country: 'DE',
      by: 1,
      whyCare: 'Tests cargo bikes in German courtyards.',
      added: 31,
      guidelines: { url: 'https://citycargotest.example/testablauf', note: 'Loan bikes for four weeks.' },
      contact: {
        name: 'Anja Kurz',
        role: 'Testleitung',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        writesAs: 'company',
        via: {
          kind: 'form',
          address: 'https://citycargotest.example/vorschlag',
          page: 'https://citycargotest.example/testablauf',
          words: 'Rad vorschlagen',
        },
      },
      reading: {
        day: 29,
        url: 'https://citycargotest.example/2026',
        html: page(
          'Fourteen cargo bikes, one courtyard — City Cargo Test',
          '<p>We measured turning circles with chalk and patience with toddlers.</p><p>Bikes that need no parking space of their own: still none.</p>',
        ),
        quote: 'measured turning circles with chalk and patience with toddlers',
        struck: 'Chalk and toddlers. They mean it.',
        gap: 'a bike that lives on a landing',
      },
      pitch: {
        campaign: 1,
        started: 28,
        subject: 'A fifteenth bike, kept on a landing',
        body: `Liebe Frau Kurz,

chalk circles and toddlers: your test of fourteen on citycargotest.example is the first we have seen that measures what parents do.

Number fifteen could be the Lumen. It folds to the width of a door and spends its nights on the landing, so it needs no space in the yard. Four weeks on loan suits its makers well. Tell us if the field is full, and we leave it at that.

Sam Reed for Lumen Bikes Ltd`,
        ready: 27,
        sent: { day: 27, via: 'form' },
        followUp: {
          day: 19,
          subject: 'Re: A fifteenth bike, kept on a landing',
          body: 'Liebe Frau Kurz,\n\nthe landing bike is still free for your courtyard in spring. A yes or a no, and we know where to carry it.\n\nSam Reed',
        },
      },
    },
    {
      kind: 'blogger',
      name: 'Slow Kettle',
      address: 'https://slowkettle.example',
      country: 'NO',
      by: 1,
      whyCare: 'Norwegian readers, a patient writer; local for Tern.',
      added: 14,
      guidelines: 'absent',
      contact: {
        name: 'Kari Nygaard',
        role: 'author',
        country: 'NO',
        timeZone: 'Europe/Oslo',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'kari@slowkettle.example',
          page: 'https://slowkettle.example/om',
          words: 'kari@slowkettle.example',
        },
      },
      reading: {
        day: 12,
        url: 'https://slowkettle.example/storm',
        html: page(
          'Coffee in a power cut — Slow Kettle',
          '<p>The kettle on the wood stove took nineteen minutes and tasted of weather.</p>',
        ),
        quote: 'took nineteen minutes and tasted of weather',
        struck: 'Tasted of weather. She will like the wind logs.',
      },
      pitch: {
        campaign: 0,
        started: 6,
        subject: 'Coffee that is roasted when the wind blows',
        body: `Hei Kari,

nineteen minutes, and it tasted of weather: slowkettle.example made me put the kettle on the stove as well.

Two fjords north of you a roastery called Tern only works when the turbines turn. Astrid, who runs it, keeps a weather diary beside the roaster and would gladly show you both, on a windy day or a calm one. If you prefer not to be written to, one word does it.

Sam Reed for Tern Coffee Roasters`,
        ready: 5,
        sent: { day: 5, via: 'mailto' },
      },
    },
    {
      kind: 'journalist',
      name: 'Pedal Dispatch',
      address: 'https://pedaldispatch.example',
      country: 'US',
      by: 1,
      whyCare: 'The bike trade in North America.',
      added: 11,
      guidelines: { url: 'https://pedaldispatch.example/tips', note: 'Tips by mail.' },
      contact: {
        name: 'Rob Delaney',
        role: 'editor',
        country: 'US',
        timeZone: 'America/Chicago',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'tips@pedaldispatch.example',
          page: 'https://pedaldispatch.example/tips',
          words: 'Send tips to tips@pedaldispatch.example',
        },
      },
      reading: {
        day: 9,
        url: 'https://pedaldispatch.example/apartments',
        html: page(
          'The apartment problem — Pedal Dispatch',
          '<p>Dealers tell us that the sale dies at the stairs, every single time.</p>',
        ),
        quote: 'the sale dies at the stairs, every single time',
        struck: 'Our whole campaign in one sentence.',
        gap: 'a cargo bike for walk-ups',
      },
      pitch: {
        campaign: 1,
        started: 4,
        subject: 'The sale that did not die at the stairs',
        body: `Hi Rob,

your apartment piece on pedaldispatch.example says the sale dies at the stairs. There is now a cargo bike made for them.

If you prefer not to hear from us, say so and that is that.

Sam Reed for Lumen Bikes Ltd`,
      },
    },
    {
      kind: 'blogger',
      name: 'Fifth Floor Left',
      address: 'https://fifthfloorleft.example',
      country: 'GB',
      by: 1,
      whyCare: 'A household under the roof, no lift, and readers who live the same way.',
      added: 4,
      guidelines: 'absent',
      contact: {
        name: 'Tilda Marsh',
        role: 'author',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'tilda@fifthfloorleft.example',
          page: 'https://fifthfloorleft.example/about',
          words: 'Write to tilda@fifthfloorleft.example',
        },
      },
      reading: {
        day: 3,
        url: 'https://fifthfloorleft.example/the-week-upstairs',
        html: page(
          'Carrying the week upstairs — Fifth Floor Left',
          '<p>It takes four trips: two bags, two bags, the crate, the child.</p><p>The trailer sleeps in the yard, where it has been stolen twice.</p>',
        ),
        quote: 'two bags, two bags, the crate, the child',
        struck: 'Four trips, counted. The trailer in the yard is the part we can help with.',
        gap: 'a cargo bike that sleeps in the flat',
      },
      pitch: {
        campaign: 1,
        started: 2,
        subject: 'Two bags, two bags, the crate and a bike',
        body: `Hello Tilda,

"two bags, two bags, the crate, the child": I read your week on fifthfloorleft.example and counted my own trips. Six.

The people at Lumen have made a bicycle for loads that goes up a staircase on its own handle, and so need not sleep in a yard with thieves. They would bring one round for a weekend and fetch it again, whatever you make of it. Not for you? Say so, and you will not hear from me again.

Sam Reed, for Lumen Bikes Ltd`,
        reviewAsked: 1,
        remark: {
          day: 1,
          by: 2,
          quote: 'in a yard with thieves',
          words: 'She lives there. “In a yard” says it, and leaves her neighbours out of it.',
        },
      },
    },
    {
      kind: 'blogger',
      name: 'Bean Ledger',
      address: 'https://beanledger.example',
      country: 'GB',
      by: 1,
      whyCare: 'Counts cups and costs.',
      added: 8,
      guidelines: 'absent',
      reading: {
        day: 6,
        url: 'https://beanledger.example/cost-of-a-cup',
        html: page(
          'What a cup costs at home — Bean Ledger',
          '<p>The kettle is a rounding error. The beans are not.</p><p>Nobody has shown me a roaster’s power bill yet.</p>',
        ),
        quote: 'The kettle is a rounding error.',
        struck: 'Nobody has shown them a power bill. We can.',
      },
    },
    {
      kind: 'directory',
      name: 'Fjord Food Map',
      address: 'https://fjordfoodmap.example',
      country: 'NO',
      by: 1,
      whyCare: 'Travellers plan stops with it.',
      added: 7,
    },
    {
      kind: 'podcast',
      name: 'Carry It Up',
      address: 'https://carryitup.example',
      country: 'GB',
      by: 1,
      whyCare: 'A podcast about living in flats, by two mothers on bicycles.',
      added: 5,
    },
    {
      kind: 'directory',
      name: 'Bike Dealers Atlas',
      address: 'https://bikedealersatlas.example',
      country: 'GB',
      by: 1,
      whyCare: 'Where people look for a shop.',
      added: 60,
      mention: {
        recorded: 40,
        by: 1,
        site: 1,
        url: 'https://bikedealersatlas.example/bristol',
        provenance: 'listing',
        looks: [
          ...[40, 38, 33].map((day) => ({
            day,
            status: 403,
            html: '<h1>Access denied</h1><p>Please enable cookies and complete the check to continue.</p>',
          })),
        ],
      },
    },
    {
      kind: 'blogger',
      name: 'Gravel and Grain',
      address: 'https://gravelandgrain.example',
      country: 'GB',
      by: 1,
      whyCare: 'Cyclists who care about coffee: both Sites.',
      added: 3,
    },
    {
      kind: 'journalist',
      name: 'Evening Harbour',
      address: 'https://eveningharbour.example',
      country: 'GB',
      by: 1,
      whyCare: 'Local paper, Bristol.',
      added: 90,
      mention: {
        recorded: 33,
        by: 1,
        site: 1,
        url: 'https://eveningharbour.example/stairs-race',
        provenance: 'earned',
        note: 'The stairs race. They took the page down after a week.',
        looks: [
          {
            day: 33,
            html: page(
              'The great stairs race — Evening Harbour',
              '<p>Won by <a href="https://lumenbikes.example">Lumen Bikes</a> and a designer out of breath.</p>',
            ),
          },
          {
            day: 24,
            status: 404,
            html: page('Not found — Evening Harbour', '<p>Sorry, this page could not be found.</p>'),
          },
          {
            day: 22,
            status: 404,
            html: page('Not found — Evening Harbour', '<p>Sorry, this page could not be found.</p>'),
          },
        ],
      },
    },
    {
      kind: 'podcast',
      name: 'The Second Cup',
      address: 'https://secondcup.example',
      country: 'GB',
      by: 1,
      whyCare: 'A coffee podcast with long show notes.',
      added: 52,
      mention: {
        recorded: 26,
        by: 1,
        url: 'https://secondcup.example/88',
        provenance: 'guest',
        note: 'Their new site writes everything by script.',
        looks: [
          {
            day: 26,
            html: '<!doctype html><html><head><title>The Second Cup</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
          },
        ],
        ownLook: {
          day: 25,
          saw: 'linked',
          words: 'The show notes have a link to terncoffee.example under "Guests".',
        },
        decided: { day: 24, by: 2, confirmed: true },
      },
    },
    {
      kind: 'blogger',
      name: 'Stairwell Weekly',
      address: 'https://stairwellweekly.example',
      country: 'GB',
      by: 1,
      whyCare: 'Pictures of staircases, and of what people carry up them.',
      added: 49,
      mention: {
        recorded: 41,
        by: 1,
        site: 1,
        url: 'https://stairwellweekly.example/loads',
        provenance: 'earned',
        note: 'They moved their captions into a gallery.',
        looks: [
          {
            day: 41,
            html: page(
              'Loads of the week — Stairwell Weekly',
              '<p>Third picture: the <a href="https://lumenbikes.example/stairs">Lumen cargo bike</a>, halfway up, with a cello.</p>',
            ),
          },
          ...[16, 14].map((day) => ({
            day,
            html: page(
              'Loads of the week — Stairwell Weekly',
              '<p>Our gallery is new. Tap a picture to read what it shows and where to find it.</p>',
            ),
          })),
        ],
        decided: {
          day: 13,
          by: 2,
          overruled: 'linked',
          reason:
            'The caption opens when you tap the third picture, and the link to Lumen is in it. I clicked it and landed on the stairs page.',
        },
      },
    },
    {
      kind: 'roundup',
      name: 'Links For Cash Weekly',
      address: 'https://linksforcash.example',
      by: 1,
      whyCare: '',
      added: 44,
      notForUs: 'Asked for 90 euros per link. We do not buy links.',
    },
  ],
  checkRun: { day: 6, by: 1 },
  reports: [
    {
      ...{ site: 0, by: 1, day: 3, from: 90, to: 4, asked: 3, approved: { by: 2, day: 2 } },
      title: 'What came of the wind story',
      words:
        'Dear Astrid,\n\nthe logs did it: people who love coffee love data. The Trade Post quoted you at length without a link; that is how newspapers are, and your name stands in it.\n\nNext we bring the batch of the storm to the podcasts.',
    },
    {
      ...{ site: 1, by: 1, day: 1, from: 60, to: 2, asked: 1 },
      title: 'Lumen Bikes: the first weeks',
      words: 'Forty-eight steps, a neighbour with opinions, and what came of it.',
    },
    {
      ...{ site: 0, by: 1, day: 0, from: 30, to: 0 },
      title: 'Tern Coffee, this month so far',
      words: '',
    },
  ],
  ownPages: [
    {
      url: 'https://terncoffee.example/wind',
      day: 2,
      html: page('The wind logs — Tern Coffee', '<p>Every batch, with the wind it was roasted in.</p>'),
    },
    {
      url: 'https://lumenbikes.example/stairs',
      day: 2,
      html: page(
        'Made for stairs — Lumen Bikes',
        '<p>A cargo bike that goes up on its own handle.</p>',
        '<meta name="robots" content="noindex">',
      ),
    },
  ],
}
