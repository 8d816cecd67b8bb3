import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// The rules of DESIGN.md section 4, kept by machine. Each test lists the offending places, so that a failure says where.

const root = path.resolve(import.meta.dirname, '..')
const files = ['app', 'components', 'lib', 'scripts', 'e2e', 'prisma']
  .flatMap((folder) => filesUnder(folder))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/generated/'))
const sources = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
const product = files.filter((file) => !/\.(test|long)\.tsx?$/.test(file))

const LAYERS: { under: string; mayImport: string[] }[] = [
  { under: 'lib/domain/', mayImport: ['lib/domain/'] },
  { under: 'lib/server/', mayImport: ['lib/server/', 'lib/domain/', 'lib/generated/'] },
  { under: 'lib/features/', mayImport: ['lib/features/', 'lib/server/', 'lib/domain/', 'lib/generated/'] },
  { under: 'lib/testing/', mayImport: ['lib/', 'scripts/'] },
  { under: 'components/', mayImport: ['components/', 'lib/features/', 'lib/domain/', 'lib/server/'] },
  { under: 'app/', mayImport: ['app/', 'components/', 'lib/features/', 'lib/server/', 'lib/domain/'] },
  { under: 'scripts/', mayImport: ['scripts/', 'lib/', 'prisma/'] },
  { under: 'e2e/', mayImport: ['e2e/', 'scripts/', 'lib/'] },
]

/** Features form a line and import leftwards. */
const FEATURE_LINE = [
  'audit',
  'workspaces',
  'sites',
  'prospects',
  'campaigns',
  'reading',
  'ledger',
  'samples',
  'mentions',
  'feeds',
  'capture',
  'blocks',
  'pitches',
  'duplicates',
  'requests',
  'contributions',
  'insights',
  'mailboxes',
  'sending',
  'answers',
  'imports',
  'trash',
  'privacy',
  'exports',
  'notifications',
  'today',
  'reports',
  'customer-reports',
  'api-tokens',
  'api',
  'webhooks',
]

/** What the pure part may use from npm: parsers and schemas without IO. docs/decisions/2026-11-22-pure-packages-in-domain.md */
const PURE_PACKAGES = [
  '@exodus/bytes',
  'tldts',
  'parse5',
  'parse5-sax-parser',
  'whatwg-mimetype',
  'feedsmith',
  'html-encoding-sniffer',
  'html-to-text',
  'http-link-header',
  'ipaddr.js',
  'postal-mime',
  'zod',
]

/** Routes outside /w/, each with who may come in. A new one must be thought about here. */
const ROUTES_OUTSIDE: Record<string, 'public' | 'signed in' | 'secret link' | 'next-auth' | 'token'> = {
  'app/page.tsx': 'public',
  'app/sign-in/page.tsx': 'public',
  'app/sign-up/page.tsx': 'public',
  'app/forgot/page.tsx': 'public',
  'app/robot/page.tsx': 'public',
  'app/problem/page.tsx': 'public',
  'app/reset/[token]/page.tsx': 'secret link',
  'app/invite/[token]/page.tsx': 'secret link',
  'app/calendar/[address]/route.ts': 'secret link',
  'app/press/[address]/route.ts': 'public',
  'app/embed/[...address]/route.ts': 'public',
  'app/share/[...address]/route.ts': 'secret link',
  'app/.well-known/rapport-evidence-key/route.ts': 'public',
  'app/morning-mail/[token]/page.tsx': 'secret link',
  'app/notifications/[token]/page.tsx': 'secret link',
  'app/workspaces/page.tsx': 'signed in',
  'app/account/page.tsx': 'signed in',
  'app/capture/page.tsx': 'signed in',
  'app/healthz/route.ts': 'public',
  'app/readyz/route.ts': 'public',
  'app/api/auth/[...nextauth]/route.ts': 'next-auth',
  'app/api/v1/openapi.json/route.ts': 'public',
  'app/api/v1/[[...path]]/route.ts': 'token',
}

const MAKES_SCOPES = [
  'lib/features/workspaces/require-workspace.ts',
  'lib/features/workspaces/acting-scope.ts',
  'lib/features/workspaces/token-scope.ts',
]

/** Clock-driven work, and what happens before there is a scope. Everything else goes through database(). */
const ACROSS_WORKSPACES = [
  /^lib\/features\/workspaces\//,
  /^lib\/features\/trash\/empty-trash\.ts$/,
  /^lib\/features\/api-tokens\/clear-api-answers\.ts$/,
  /^lib\/features\/webhooks\/(clear-webhook-deliveries|schedule-webhooks)\.ts$/,
  /^lib\/features\/exports\/clear-workspace-exports\.ts$/,
  /^lib\/features\/privacy\/apply-retention\.ts$/,
  /^lib\/features\/reading\/fetch-page-copy\.ts$/,
  /^lib\/features\/mentions\/(clear-raw-pages|look-at-mention|open-press-embed|open-press-page|schedule-due-looks|schedule-own-pages)\.ts$/,
  /^lib\/features\/imports\/clear-imports\.ts$/,
  /^lib\/features\/insights\/schedule-insights\.ts$/,
  /^lib\/features\/feeds\/(clear-feed-posts|schedule-feeds)\.ts$/,
  /^lib\/features\/duplicates\/schedule-duplicate-searches\.ts$/,
  /^lib\/features\/pitches\/(close-silent-pitches|read-pitch-texts)\.ts$/,
  /^lib\/features\/pitches\/close-silent-pitches\.ts$/,
  /^lib\/features\/today\/schedule-morning-mails\.ts$/,
  /^lib\/features\/notifications\/schedule-notifications\.ts$/,
  /^lib\/features\/mailboxes\/reseal-mail-secrets\.ts$/,
  /^lib\/features\/answers\/watch-mailboxes\.ts$/,
  /^lib\/features\/sending\/take-up-mail\.ts$/,
  /^lib\/server\//,
  /^app\/readyz\/route\.ts$/,
  /^(scripts|e2e|lib\/testing)\//,
]

describe('the layers', () => {
  it('import downwards only', () => {
    const wrong = product.flatMap((file) => {
      const layer = LAYERS.find(({ under }) => file.startsWith(under))
      if (!layer) return []
      return localImports(file)
        .filter((target) => !layer.mayImport.some((allowed) => target.startsWith(allowed)))
        .map((target) => `${file} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('keep the features in their line', () => {
    const wrong = product.flatMap((file) => {
      const place = featureOf(file)
      if (!place) return []
      return localImports(file)
        .map((target) => ({ target, other: featureOf(target) }))
        .filter(({ other }) => other && FEATURE_LINE.indexOf(other) > FEATURE_LINE.indexOf(place))
        .map(({ target }) => `${file} imports ${target}`)
    })
    expect(wrong).toEqual([])
    const unknown = product.map(featureOf).filter((feature) => feature && !FEATURE_LINE.includes(feature))
    expect([...new Set(unknown)]).toEqual([])
  })

  it('let the domain know nothing of the world', () => {
    const wrong = product
      // Under cases/ stands what only tests use.
      .filter((file) => file.startsWith('lib/domain/') && !file.includes('/cases/'))
      .flatMap((file) => {
        const foreign = packageImports(file).filter((name) => !PURE_PACKAGES.includes(name))
        const clock = /\bDate\.now\(|\bnew Date\(\s*\)|performance\.now|Math\.random|process\./.test(
          codeOf(file),
        )
          ? ['reads the clock or the process']
          : []
        return [...foreign.map((name) => `imports ${name}`), ...clock].map((what) => `${file} ${what}`)
      })
    expect(wrong).toEqual([])
  })

  it('read the environment in one file', () => {
    const allowed = [
      'lib/server/env.ts',
      'lib/testing/an-smtp-server.ts',
      'lib/testing/database-for-each-file.ts',
      'playwright.config.ts',
      'scripts/start.long.ts',
    ]
    const wrong = product.filter((file) => /process\.env/.test(codeOf(file)) && !allowed.includes(file))
    expect(wrong).toEqual([])
  })
})

describe('the tenants', () => {
  it('have their guard on every page and route under /w/', () => {
    const entries = product.filter((file) => /^app\/w\/.*(page|route)\.tsx?$/.test(file))
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.filter((file) => !/requireWorkspace\(/.test(codeOf(file)))).toEqual([])
  })

  it('have no way in but those listed', () => {
    const outside = product.filter(
      (file) => /^app\/.*(page|route)\.tsx?$/.test(file) && !file.startsWith('app/w/'),
    )
    expect(outside.filter((file) => !(file in ROUTES_OUTSIDE))).toEqual([])
    expect(Object.keys(ROUTES_OUTSIDE).filter((file) => !outside.includes(file))).toEqual([])
    const open = Object.entries(ROUTES_OUTSIDE)
      .filter(([, guard]) => guard === 'signed in')
      .filter(([file]) => !/requirePerson\(/.test(codeOf(file)))
    expect(open).toEqual([])
    const unasked = Object.entries(ROUTES_OUTSIDE)
      .filter(([, guard]) => guard === 'token')
      .filter(([file]) => !/answerProgram\(/.test(codeOf(file)))
    expect(unasked).toEqual([])
  })

  it('get their scope from three places only', () => {
    expect(
      product.filter(
        (file) => /\bmakeWorkspaceScope\(/.test(codeOf(file)) && file !== 'lib/server/workspace-scope.ts',
      ),
    ).toEqual(expect.arrayContaining(MAKES_SCOPES))
    expect(
      product.filter(
        (file) =>
          /\bmakeWorkspaceScope\(/.test(codeOf(file)) &&
          file !== 'lib/server/workspace-scope.ts' &&
          !MAKES_SCOPES.includes(file),
      ),
    ).toEqual([])
  })

  it('are looked across only where a clock drives, or before there is a scope', () => {
    const wrong = product.filter(
      (file) =>
        /databaseAcrossWorkspaces/.test(codeOf(file)) &&
        !ACROSS_WORKSPACES.some((allowed) => allowed.test(file)),
    )
    expect(wrong).toEqual([])
  })

  it('meet raw SQL through one helper that names the workspace, in *-queries.ts only', () => {
    const raw = product.filter(
      (file) => /\$(?:queryRaw|executeRaw)/.test(codeOf(file)) && !/^(scripts|lib\/testing)\//.test(file),
    )
    expect(raw).toEqual(['lib/server/workspace-sql.ts'])
    const wrong = product.filter(
      (file) =>
        /\b(?:workspaceSql|workspaceQuery|askWorkspace)\b/.test(codeOf(file)) &&
        !/-queries\.ts$|^lib\/server\/workspace-sql\.ts$/.test(file),
    )
    expect(wrong).toEqual([])
  })
})

describe('the actions', () => {
  it('are bindings made by the wrappers', () => {
    const actionFiles = product.filter((file) => /^['"]use server['"]/m.test(codeOf(file)))
    expect(actionFiles.length).toBeGreaterThan(3)
    const wrong = actionFiles.flatMap((file) => {
      const exported = [
        ...codeOf(file).matchAll(/^export (?:const (\w+) = (\w+)|(?:async )?function (\w+))/gm),
      ]
      const odd = exported.filter(
        (match) => !/^(workspaceAction|personAction|publicAction)$/.test(match[2] ?? ''),
      )
      return [
        ...(file.endsWith('-actions.ts') ? [] : [`${file} is not called *-actions.ts`]),
        ...odd.map((match) => `${file}: ${match[1] ?? match[3]}`),
      ]
    })
    expect(wrong).toEqual([])
  })
})

describe('the files', () => {
  it('are not called after nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|common|services?|repositor(y|ies)|types|misc|index)(\/|\.tsx?$)/
    expect(product.filter((file) => vague.test(file))).toEqual([])
  })

  it('write dates and numbers in the one place that knows the language and the zone of the reader', () => {
    const writesItself =
      /Intl\.(?:DateTime|Number|RelativeTime)Format|\.toLocale(?:Date|Time)?String\(|zoneFormats/
    const onScreen = product.filter((file) => /^(?:app|components)\//.test(file))
    // Reads which zone the browser is in, and writes nothing.
    const known = ['components/workspaces/browser-time-zone.tsx']
    expect(onScreen.filter((file) => writesItself.test(sources.get(file) ?? ''))).toEqual(known)
  })

  it('hold no marks of a merge that was left half done', () => {
    const written = [...product, ...filesUnder('docs'), 'README.md', 'CONTRIBUTING.md', 'package.json']
    const marked = /^(?:<{7}|>{7}|> > > > > > >|\|{7}) /m
    const left = written.filter(
      (file) =>
        !/\.(?:png|woff2|ico)$/.test(file) && marked.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(left).toEqual([])
  })

  it('keep loading states out of the way of content and of 404s', () => {
    expect(filesUnder('app').filter((file) => /loading\.tsx$/.test(file))).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort()
  } catch {
    return []
  }
}

function codeOf(file: string): string {
  return sources.get(file) ?? ''
}

const IMPORT =
  /(?:^|\n)(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

function specifiers(file: string): string[] {
  return [...codeOf(file).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Imports of our own files, as paths from the project's root. */
function localImports(file: string): string[] {
  return specifiers(file).flatMap((specifier) => {
    if (specifier.startsWith('#')) return [specifier.slice(1)]
    if (specifier.startsWith('.')) return [path.join(path.dirname(file), specifier)]
    return []
  })
}

function packageImports(file: string): string[] {
  return specifiers(file)
    .filter((specifier) => !specifier.startsWith('#') && !specifier.startsWith('.'))
    .map((specifier) =>
      specifier.startsWith('@')
        ? specifier.split('/').slice(0, 2).join('/')
        : (specifier.split('/')[0] ?? ''),
    )
}

function featureOf(file: string): string | undefined {
  return /^lib\/features\/([^/]+)\//.exec(file)?.[1]
}
