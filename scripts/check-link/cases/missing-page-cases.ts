import { type PageCase, POST, page } from './page-case.ts'

const SOFT = 'VERIFIER.md, soft404: \'a 200 that plainly says "not found"\''
const ABOUT_404 = `${SOFT}: a page about such pages does not`
const LOST = "VERIFIER.md, lost: 'the page is readable and the link is certainly not in it'"

const BEFORE = { ask: { previously: 'linked' as const } }

function notice(title: string, words: string, more = ''): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p>${more}</body></html>`
}

/** 200, and not the page: never a "lost". */
const NOT_THE_PAGE: readonly (readonly [name: string, page: string])[] = [
  [
    'a 200 that says access denied',
    notice('Access Denied', "You don't have permission to access this page."),
  ],
  [
    'a 200 that wants a sign-in',
    notice(
      'Log in',
      'You must be logged in to read this post.',
      '<form action="/login" method=post><input name=user><input type=password name=pass><button>Log in</button></form>',
    ),
  ],
  [
    'a 200 that wants consent first',
    notice(
      'Before you continue',
      'We and our partners use cookies. Accept all to go on to the page.',
      '<form action="/consent" method=post><button>Accept all</button><button>Reject all</button></form>',
    ),
  ],
  [
    'a 200 for a suspended account',
    notice(
      'Account Suspended',
      'This account has been suspended. Contact your hosting provider for more information.',
    ),
  ],
  [
    'a 200 of a parked domain',
    notice(
      'blog.test is for sale',
      'This domain may be for sale. Buy this domain. Related searches: boots, walks.',
    ),
  ],
  ['a 200 of an empty page', '<html><head></head><body></body></html>'],
  [
    'a 200 of a default page',
    notice(
      'Welcome to nginx!',
      'If you see this page, the nginx web server is successfully installed and working. Further configuration is required.',
    ),
  ],
  ['a 200 of an error', notice('Error establishing a database connection', '')],
  [
    'a 200 for maintenance',
    notice('Briefly unavailable for scheduled maintenance. Check back in a minute.', ''),
  ],
  [
    'a 200 with a challenge in German',
    notice('Einen Moment bitte', 'Wir prüfen, ob Sie ein Mensch sind. Bitte aktivieren Sie JavaScript.'),
  ],
  [
    'a 200 of a post behind a password',
    notice(
      'Protected: Long walks',
      'This content is password protected. To view it please enter your password below:',
      '<form method=post><input type=password name=post_password><input type=submit value=Enter></form>',
    ),
  ],
  [
    'a 200 of a question for the age',
    notice(
      'Are you over 18?',
      'Please confirm your age to enter.',
      '<form method=post><button>Yes</button><button>No</button></form>',
    ),
  ],
  [
    'a 200 of a domain that has run out',
    notice('This domain has expired', 'If you are the owner, please renew it with your registrar.'),
  ],
]

const SOFT_404S: readonly (readonly [name: string, page: string])[] = [
  ['Page not found', notice('Page not found', 'Nothing was found here. Try a search?')],
  [
    '404 and a site name in the title',
    `<title>404 - Long walks</title><h1>404</h1><p>This page does not exist.</p>`,
  ],
  [
    'Oops! That page can’t be found.',
    `<title>Page not found – Long walks</title><h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>`,
  ],
  ['Seite nicht gefunden', notice('Seite nicht gefunden', 'Die gesuchte Seite gibt es nicht.')],
  ['Fehler 404', notice('Fehler 404', 'Diese Seite wurde nicht gefunden.')],
  ['Erreur 404', notice('Erreur 404', 'La page que vous cherchez n’existe pas.')],
  ['Página no encontrada', notice('Página no encontrada', 'La página que busca no existe.')],
  ['Страница не найдена', notice('Страница не найдена', 'Такой страницы нет.')],
  ['ページが見つかりません', notice('ページが見つかりません', 'お探しのページは存在しません。')],
  ['Seite nicht gefunden (404)', notice('Seite nicht gefunden (404)', 'Diese Seite gibt es nicht mehr.')],
  ['Article removed', notice('Article removed', 'This article is no longer available.')],
  ['This post has been removed', notice('This post has been removed', 'The author took it down.')],
]

const ABOUT_404S: readonly (readonly [name: string, page: string])[] = [
  [
    'a post on pages for 404',
    `<title>How to write a good 404 page</title><h1>How to write a good 404 page</h1>${POST}<p>"Page not found" is not enough.</p>`,
  ],
  [
    'a post on things not found',
    `<title>Not found: three lost lakes</title><h1>Not found: three lost lakes of Devon</h1>${POST}`,
  ],
  [
    'a post on room 404',
    `<title>Room 404</title><h1>Room 404</h1>${POST}<p>The page we had torn from the guide could not be found again.</p>`,
  ],
  [
    'a post with a quote in large letters',
    `<title>Maps</title><h1>Maps</h1>${POST}<h2>Page not found</h2><p>was written on the last sheet.</p>`,
  ],
  [
    'a post that says what was removed',
    `<title>The old bridge</title><h1>The old bridge has been removed</h1>${POST}`,
  ],
]

/** Answers of 200 that are not the page, or only sound so. */
export const MISSING_PAGE_CASES: readonly PageCase[] = [
  ...NOT_THE_PAGE.map(([name, html]) => page(name, LOST, html, { lost: { not: true } }, BEFORE)),
  ...SOFT_404S.map(([name, html]) =>
    page(
      `not found: ${name}`,
      SOFT,
      html,
      { soft404: true, gone: false, lost: { not: true }, httpStatus: 200 },
      { ...BEFORE, verdict: 'page-gone' },
    ),
  ),
  ...ABOUT_404S.map(([name, html]) =>
    page(
      `found: ${name}`,
      ABOUT_404,
      html,
      { soft404: false, linked: false, lost: true },
      { ...BEFORE, verdict: 'lost' },
    ),
  ),
]
