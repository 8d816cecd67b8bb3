/**
 * The code of a bookmark that opens the capture form with the page one is on: its address, its title, and the words selected
 * there. It runs on other people's pages, so it only reads those three and opens a new tab that knows nothing of the page.
 *
 * @param captureUrl where the form is, like https://rapport.example.com/capture?w=fernway
 */
export function bookmarkletFor(captureUrl: string): string {
  const target = JSON.stringify(captureUrl)
  const code = [
    '(function(){',
    // A cut may leave half a letter, which no address can carry.
    "var e=function(s){return encodeURIComponent(s.toWellFormed?s.toWellFormed():s.replace(/[\\ud800-\\udfff]/g,''))};",
    "var t=String(window.getSelection()||'').replace(/\\s+/g,' ').trim();",
    "if(t.length>1500){t=t.slice(0,1500).replace(/\\s+\\S*$/,'')}",
    'while(e(t).length>5000){t=t.slice(0,Math.floor(t.length*0.9))}',
    `open(${target}+'&url='+e(location.href.slice(0,2000))+'&title='+e(document.title.slice(0,300))+'&text='+e(t),'_blank','noopener')`,
    '})()',
  ].join('')
  return `javascript:${encodeURIComponent(code)}`
}
