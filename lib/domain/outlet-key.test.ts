import { describe, expect, it } from 'vitest'
import { outletKeyOf } from './outlet-key.ts'

const keyOf = (input: string) => {
  const answer = outletKeyOf(input)
  return answer.ok ? answer.key : answer.error
}

describe('outletKeyOf', () => {
  it.each([
    ['example.com', 'example.com'],
    ['https://www.example.com/blog/post?x=1#y', 'example.com'],
    ['blog.example.co.uk', 'example.co.uk'],
    ['HTTP://Example.COM:80/', 'example.com'],
    ['https://user:secret@example.com', 'example.com'],
    ['example.com.', 'example.com'],
    ['//example.com/x', 'example.com'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['traveller.example', 'traveller.example'],
  ])('%s is the outlet %s', (input, key) => {
    expect(keyOf(input)).toBe(key)
  })

  it.each([
    ['anna.blogspot.com', 'anna.blogspot.com'],
    ['anna.blogspot.co.nz/2020/x.html', 'anna.blogspot.com'],
    ['anna.github.io/blog', 'anna.github.io'],
    ['https://anna.substack.com/p/post', 'anna.substack.com'],
    ['https://open.substack.com/pub/Anna/p/post', 'anna.substack.com'],
    ['https://substack.com/@anna', 'substack.com/@anna'],
    ['anna.wordpress.com', 'anna.wordpress.com'],
    ['anna.tumblr.com', 'anna.tumblr.com'],
    ['https://www.tumblr.com/anna/12345', 'anna.tumblr.com'],
    ['anna.ghost.io', 'anna.ghost.io'],
    ['anna.beehiiv.com/subscribe', 'anna.beehiiv.com'],
    ['anna.podbean.com', 'anna.podbean.com'],
    ['feeds.anna.libsyn.com', 'anna.libsyn.com'],
    ['www.anna.medium.com', 'anna.medium.com'],
    ['anna.wixsite.com/blog', 'anna.wixsite.com'],
  ])('%s is the outlet %s on a shared host', (input, key) => {
    expect(keyOf(input)).toBe(key)
  })

  it.each([
    ['https://www.youtube.com/@Anna/videos', 'youtube.com/@anna'],
    ['https://m.youtube.com/channel/UCaBcD', 'youtube.com/channel/UCaBcD'],
    ['medium.com/@Anna/some-story-1234', 'medium.com/@anna'],
    ['medium.com/The-Journal/some-story', 'medium.com/the-journal'],
    ['https://open.spotify.com/show/4rOoJ6Egrf8K2?si=1', 'open.spotify.com/show/4rOoJ6Egrf8K2'],
    ['https://podcasts.apple.com/nz/podcast/the-bag-hour/id123456', 'podcasts.apple.com/podcast/id123456'],
    ['https://podcasts.apple.com/podcast/id123456?i=9', 'podcasts.apple.com/podcast/id123456'],
    ['instagram.com/Anna/', 'instagram.com/anna'],
    ['tiktok.com/@anna', 'tiktok.com/@anna'],
    ['nz.linkedin.com/in/anna', 'linkedin.com/in/anna'],
    ['twitter.com/anna/status/1', 'x.com/anna'],
    ['https://x.com/anna', 'x.com/anna'],
    ['m.facebook.com/annawrites', 'facebook.com/annawrites'],
    ['facebook.com/profile.php?id=1000', 'facebook.com/1000'],
    ['facebook.com/groups/bags', 'facebook.com/groups/bags'],
    ['patreon.com/c/anna', 'patreon.com/c/anna'],
    ['reddit.com/r/onebag/comments/1', 'reddit.com/r/onebag'],
    ['buzzsprout.com/12345/episodes/1', 'buzzsprout.com/12345'],
    ['sites.google.com/view/anna/home', 'sites.google.com/view/anna'],
  ])('%s is the outlet %s on a platform of paths', (input, key) => {
    expect(keyOf(input)).toBe(key)
  })

  it.each([
    ['youtube.com', 'Many outlets live on youtube.com'],
    ['https://www.youtube.com/watch?v=abc', 'Many outlets live on youtube.com'],
    ['https://youtu.be/abc', 'like youtube.com/@name'],
    ['instagram.com/p/abc', 'Many outlets live on instagram.com'],
    ['substack.com', 'like substack.com/@name'],
    ['wordpress.com', 'like name.wordpress.com'],
    ['co.uk', 'co.uk is where many sites live'],
    ['github.io', 'github.io is where many sites live'],
    ['javascript:alert(1)', 'is no web page'],
    ['java\nscript:alert(1)', 'is no web page'],
    ['mailto:anna@example.com', 'e-mail address'],
    ['http://127.0.0.1/', 'number address'],
    ['http://[::1]/', 'number address'],
    ['http://0x7f.1/', 'number address'],
    ['localhost', 'your own machine'],
    ['printer.local', 'your own machine'],
    ['example.com:8443', 'special port (8443)'],
    ['hello world', 'does not look like a web address'],
    ['anna', 'does not look like a web address'],
    ['http://', 'does not look like a web address'],
    ['', 'Please paste'],
    [`https://example.com/${'a'.repeat(10_000)}`, 'longer than 2,000'],
    [`${'a'.repeat(300)}.com`, 'does not look like'],
  ])('%s is refused with a sentence', (input, sentence) => {
    expect(outletKeyOf(input)).toMatchObject({ ok: false })
    expect(keyOf(input)).toContain(sentence)
  })

  it('shows international names in their own letters', () => {
    expect(outletKeyOf('https://xn--bcher-kva.de/x')).toMatchObject({
      key: 'xn--bcher-kva.de',
      homepage: 'https://xn--bcher-kva.de',
      readable: 'bücher.de',
    })
    expect(outletKeyOf('youtube.com/@élan')).toMatchObject({ readable: 'youtube.com/@élan' })
  })
})
