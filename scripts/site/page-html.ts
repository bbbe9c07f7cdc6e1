import { createHash } from 'node:crypto';
import { TABS } from '../../src/demonstrations/tabs.ts';

interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** The page of demonstrations as one file, which asks nobody for anything. */
export function pageHtml({ script, style }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  const tabs = TABS.map(({ name, invitation }) => `<li><b>${name}</b> ${invitation}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Wakeful: what an autonomous agent does</title>
<style>${style}</style>
</head>
<body>
<div class="page">
<header>
<h1>Wakeful in your browser</h1>
<p class="quiet">The engine on this page is the one that is shipped. It runs here, on a repository in memory, and its time can be
paused, stepped and sped up. The model is a script. Nothing is sent anywhere.</p>
</header>
<main>
<ol>
${tabs.join('\n')}
</ol>
<noscript><p>These demonstrations run in your browser, so they need JavaScript.</p></noscript>
</main>
<footer class="quiet"><p>To share what you see, copy the address: it holds the seed and the settings.</p></footer>
</div>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
