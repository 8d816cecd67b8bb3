import { describe, expect, it } from 'vitest'
import { judged, LINK, POST } from './cases/judged-page.ts'
import { xhtmlAsHtml } from './xhtml.ts'

describe('XHTML for an HTML parser', () => {
  it.each([
    ['<a name="top"/>x', '<a name="top"></a>x'],
    ['<br/><img src="x" />', '<br/><img src="x" />'],
    ['<script src="x.js" />x', '<script src="x.js" ></script>x'],
    [`<p title="a/>b" class='/>'/>x`, `<p title="a/>b" class='/>'></p>x`],
    ['<!-- <a/> -->x', '<!-- <a/> -->x'],
    ['<?php echo "<a/>" ?>x', '<?php echo "<a/>" ?>x'],
    ['<p><![CDATA[a < b & <a/>]]></p>', '<p>a &lt; b &amp; &lt;a/></p>'],
    ['<p><![CDATA[open', '<p>open'],
    ['a < b <i/>', 'a < b <i></i>'],
    ['<p\n  class="a"\n/>', '<p\n  class="a"\n></p>'],
    ['<p title="', '<p title="'],
    ['</p/>', '</p/>'],
    ['<svg:a xlink:href="x"/>', '<svg:a xlink:href="x"></svg:a>'],
  ])('%s', (xhtml, html) => {
    expect(xhtmlAsHtml(xhtml)).toBe(html)
  })

  it('keeps the links behind what closes itself, and none in comments', () => {
    const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x.js"/><title/></head><body>${POST}<!-- ${LINK} --><i/>`
    const headers = { 'content-type': 'application/xhtml+xml; charset=utf-8' }
    expect(judged(`${page}${LINK}`, { headers })).toMatchObject({ linked: true, linkCount: 1 })
    expect(judged(page, { headers })).toMatchObject({ linked: false })
  })

  it.each([
    ['spaces', `<p${' '.repeat(300_000)}`],
    ['indented attributes', `<p\n${'        \n'.repeat(40_000)}x`],
    ['open quotes', '<p title="'.repeat(60_000)],
    ['open comments', '<!--<p '.repeat(60_000)],
    ['open sections', '<![CDATA['.repeat(60_000)],
    ['open brackets', '<'.repeat(500_000)],
    ['slashes', '<p/'.repeat(200_000)],
  ])('is read in time where it is made of %s', (_, page) => {
    const start = performance.now()
    xhtmlAsHtml(page)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
