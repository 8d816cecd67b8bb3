/** The whole look of a public press page: nothing else is loaded. The colours are those of app/styles/tokens.css. */
export const PRESS_STYLE = `:root{color-scheme:light dark;--paper:light-dark(oklch(0.983 0.009 90),oklch(0.212 0.008 85));--sheet:light-dark(oklch(0.997 0.003 95),oklch(0.245 0.009 85));--ink:light-dark(oklch(0.25 0.016 55),oklch(0.93 0.012 85));--soft:light-dark(oklch(0.44 0.018 60),oklch(0.77 0.014 80));--line:light-dark(oklch(0.885 0.017 86),oklch(0.345 0.011 85));--accent:light-dark(oklch(0.405 0.075 222),oklch(0.81 0.062 213))}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}main{padding-top:2.5rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.125rem;line-height:1.35;margin:0}
a{color:var(--accent);text-underline-offset:.15em}a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.soft{color:var(--soft);font-size:.9375rem}.intro{margin:.75rem 0 0;white-space:pre-line;font:1.0625rem/1.6 Georgia,serif;max-width:72ch}
ol{list-style:none;margin:1.5rem 0;padding:0;border:1px solid var(--line);border-radius:.5rem;background:var(--sheet)}li{padding:1rem 1.25rem;border-top:1px solid var(--line);break-inside:avoid}li:first-child{border-top:0}
.head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}p{margin:.25rem 0}blockquote{margin:.5rem 0;font:1rem/1.6 Georgia,serif;max-width:72ch}
nav{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin:1.5rem 0}nav a{display:inline-block;padding:.6rem 0}footer{padding:1rem 1rem 3rem}
@media print{:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000}main{padding-top:0;max-width:none}ol{border:0}li{padding:.75rem 0}nav,footer{display:none}}`
