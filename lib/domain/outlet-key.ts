import { parse } from 'tldts'
import { readableHost } from './idn.ts'
import {
  hostPlatformOf,
  outletSegments,
  PATH_IS_ALSO_HOST,
  pathShapesOf,
  sharedPlatformOf,
} from './shared-platforms.ts'
import { parseWebAddress, readablePath } from './web-address.ts'

type OutletKey = {
  ok: true
  /** What two addresses of one outlet have in common: "example.com", "anna.substack.com", "youtube.com/@anna". */
  key: string
  homepage: string
  /** The key in its own letters, for people. */
  readable: string
}
export type OutletKeyAnswer = OutletKey | { ok: false; error: string }

/**
 * One outlet, one key (DESIGN.md, rule 8): the registrable domain; or the host, under the Public Suffix List's private
 * suffixes and our shared platforms; or host and first path segments on platforms where a path is the outlet.
 * The error is a sentence for people.
 */
export function outletKeyOf(urlOrHost: string): OutletKeyAnswer {
  const address = parseWebAddress(urlOrHost)
  if (!address.ok) return no(address.error)
  const host = address.host.replace(/^www\.(?=[^.]+\.)/, '')
  const url = new URL(address.url)
  const refusal = refusedHost(host, url)
  if (refusal) return no(refusal)
  return onPathPlatform(host, url) ?? onHostPlatform(host) ?? onOwnDomain(host)
}

function no(error: string): { ok: false; error: string } {
  return { ok: false, error }
}

function refusedHost(host: string, url: URL): string | null {
  if (parse(host).isIp) return 'That is a number address of a machine. Please paste the address readers use.'
  if (host === 'localhost' || /\.(?:localhost|local|internal)$/.test(host)) {
    return 'That address works only on your own machine or network. Please paste the address readers use.'
  }
  if (url.port !== '' && url.port !== '80' && url.port !== '443') {
    return `That address goes to a special port (${url.port}). Please paste the address readers use.`
  }
  const labelsFit = host.split('.').every((label) => label.length > 0 && label.length <= 63)
  if (host.length > 253 || !labelsFit)
    return 'That does not look like a web address. It should be like example.com.'
  return null
}

function onPathPlatform(host: string, url: URL): OutletKeyAnswer | null {
  const platform = pathShapesOf(host)
  if (!platform) return null
  const segments = url.pathname.split('/', 6).filter((segment) => segment !== '')
  const profileId =
    host.endsWith('facebook.com') && segments[0] === 'profile.php' ? url.searchParams.get('id') : null
  if (profileId && /^\d+$/.test(profileId)) return key(`facebook.com/${profileId}`)
  const names = outletSegments(platform.shapes, segments)
  if (!names) {
    return no(
      `Many outlets live on ${platform.platform}. Please paste the address of this one, ${exampleOf(platform)}.`,
    )
  }
  const hostPlatform = PATH_IS_ALSO_HOST[platform.platform]
  return key(hostPlatform ? `${names.at(-1)}.${hostPlatform}` : [platform.platform, ...names].join('/'))
}

function exampleOf({ platform, shapes }: { platform: string; shapes: readonly string[] }): string {
  return `like ${platform}/${(shapes[0] ?? 'name').replaceAll('*/', '').replace('ID', '...')}`
}

function onHostPlatform(host: string): OutletKeyAnswer | null {
  const found = hostPlatformOf(host)
  if (found) return key(found.outletHost)
  if (sharedPlatformOf(host) !== 'whole') return null
  return no(`Many outlets live on ${host}. Please paste the address of this one, like name.${host}.`)
}

function onOwnDomain(host: string): OutletKeyAnswer {
  const found = parse(host, { allowPrivateDomains: true })
  if (found.domain) return key(found.domain)
  return no(
    `${readableHost(host)} is where many sites live, not one outlet. Please paste the whole name, like name.${readableHost(host)}.`,
  )
}

function key(value: string): OutletKey {
  const [host = '', ...path] = value.split('/')
  const readable = [readableHost(host), ...path.map(readablePath)].join('/')
  return { ok: true, key: value, homepage: `https://${value}`, readable }
}
