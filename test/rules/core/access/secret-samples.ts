/** A made-up secret in its usual surroundings. Put together here, so that no scanner takes this file for a leak. */
export interface SecretSample {
  readonly text: string;
  /** What must not be seen afterwards. */
  readonly secret: string;
}

/** The same on every run: letters and digits mixed as in a key. */
function letters(count: number, alphabet = 'q8Zr2LmX9vB4nT6wYp3KhJ7sD1fG5cVbN0aQ'): string {
  let state = 7 + count;
  const drawn = Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet[Math.floor((state / 2_147_483_648) * alphabet.length)];
  });
  return drawn.join('');
}

const hex = (count: number): string => letters(count, '0123456789abcdef');
const capitals = (count: number): string => letters(count, 'ABCDEFGHJKLMNPQRSTUVWXYZ234567');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A token that shows whose it is. */
function token(...parts: readonly string[]): SecretSample {
  return { text: parts.join(''), secret: parts.join('') };
}

function inside(before: string, secret: string, after = ''): SecretSample {
  return { text: before + secret + after, secret };
}

const header = base64('{"alg":"HS256"}').replace('=', '');
const signed = [header, base64('{"sub":"1234567890"}').replace(/=+$/, ''), letters(43)].join('.');
const pem = ['MII', `${letters(61)}\n${letters(64)}\n${letters(64)}`].join('');
const dashes = '-'.repeat(5);
const privateKey = `${dashes}BEGIN PRIVATE KEY${dashes}\n${pem}\n${dashes}END PRIVATE KEY${dashes}\n`;
const account = JSON.stringify({
  email: 'a@1passwordserviceaccounts.com',
  muk: { alg: 'A256GCM', k: letters(43), kty: 'oct' },
  secretKey: letters(34),
  signInAddress: 'team.1password.com',
  userAuth: { method: 'SRPg-4096', salt: letters(22) },
});
const openAi = ['T3Bl', 'bkFJ'].join('');

/** By the kind that the mask names. */
export const SECRET_SAMPLES: readonly (readonly [kind: string, sample: SecretSample])[] = [
  [
    'AWS marketplace token',
    token('amzn.', 'mws.', hex(8), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(12)),
  ],
  ['AWS Bedrock key', token('AB', 'SK', base64(letters(72)))],
  ['AWS session token', token('IQoJ', 'b3JpZ2lu', base64(letters(150)))],
  ['Azure DevOps token', token(letters(52), letters(20), 'JQ', 'QJ99', letters(12), 'AZ', 'DO', letters(4))],
  ['Bitbucket password', token('AT', 'BB', letters(32))],
  [
    'Braintree token',
    inside('x ', ['access_token', 'production', letters(16).toLowerCase(), hex(32)].join('$')),
  ],
  ['Cargo token', token('ci', 'o', letters(32))],
  ['Databricks secret', token('do', 'se', hex(32))],
  ['Elastic key', token('ess', 'u_', base64(letters(40)))],
  ['Google refresh token', token('1/', '/0', letters(60))],
  ['Heroku key', token('HR', 'KU-', hex(8), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(12))],
  ['Honeycomb key', token('hca', 'ik_', letters(58))],
  ['LinkedIn secret', token('WPL_', 'AP1.', letters(16), '.', letters(6), '==')],
  ['Neon key', token('na', 'pi_', hex(64))],
  ['Nostr key', token('ns', 'ec1', letters(58, '023456789acdefghjklmnpqrstuvwxyz'))],
  ['PostHog key', token('ph', 'x_', letters(43))],
  ['Render key', token('rn', 'd_', letters(28))],
  ['signing key', token('RWR', 'TY0Iy', base64(letters(60)))],
  ['SonarQube token', token('sq', 'u_', hex(40))],
  ['Twitch token', inside('PASS ', `oauth:${letters(30).toLowerCase()}`)],
  ['Twitter token', token('A'.repeat(21), letters(24), '%2B', letters(40))],
  ['Voyage key', token('pa', '-', letters(43))],
  ['Adafruit key', token('aio', '_', letters(28))],
  ['Airtable token', token('pat', letters(14), '.', hex(64))],
  ['Artifactory key', token('AKC', 'p', letters(69))],
  ['Artifactory token', token('cmVm', 'dGtu', letters(56))],
  ['Brevo key', token('xkeysi', 'b-', hex(64), '-', letters(16))],
  ['Clojars token', token('CLOJARS', '_', hex(60))],
  ['Cloudflare key', token('v1.', '0-', hex(24), '-', hex(146))],
  ['Contentful token', token('CFP', 'AT-', letters(43))],
  ['Discord token', token('M', letters(23), '.', letters(6), '.', letters(38))],
  ['Duffel token', token('duffel', '_live_', letters(43))],
  ['Dynatrace token', token('dt0', 'c01.', capitals(24), '.', capitals(64))],
  ['EasyPost key', token('EZ', 'AK', letters(54))],
  ['Facebook token', token('EA', 'A', letters(120))],
  ['Frame.io token', token('fio', '-u-', letters(64))],
  ['Harness token', token('pat', '.', letters(22), '.', hex(24), '.', letters(20))],
  ['Pinecone key', token('pcsk', '_', letters(5), '_', letters(63))],
  ['Prefect key', token('pnu', '_', letters(36))],
  ['ReadMe key', token('rdme', '_', letters(70))],
  ['Resend key', token('re', '_', letters(8), '_', letters(24))],
  ['Shippo token', token('shippo', '_live_', hex(40))],
  ['Square secret', token('sq0', 'csp-', letters(43))],
  ['Stripe key', token('sk', '_test_', letters(24))],
  ['Tavily key', token('tvly', '-dev-', letters(32))],
  ['Typeform token', token('tfp', '_', letters(59))],
  ['Alibaba key', token('LTA', 'I', letters(20))],
  ['Cerebras key', token('csk', '-', letters(48))],
  ['Dropbox token', token('sl', '.', letters(130))],
  ['ElevenLabs key', token('sk', '_', hex(48))],
  ['Fireworks key', token('fw', '_', letters(24))],
  ['Infracost key', token('ico', '-', letters(32))],
  ['Mailchimp key', token(hex(32), '-us', '12')],
  ['Mapbox token', token('sk', '.', letters(60), '.', letters(22))],
  ['NuGet key', token('oy', '2', letters(43, 'abcdefghijklmnopqrstuvwxyz234567'))],
  ['Tencent key', token('AKI', 'D', letters(32))],
  ['Yandex key', token('AQV', 'N', letters(35))],
  ['1Password token', token('ops', '_', base64(account))],
  ['age key', token('AGE-SECRET', '-KEY-1', capitals(58))],
  ['Anthropic key', token('sk', '-ant-api03-', letters(93), 'AA')],
  ['Atlassian token', token('ATA', 'TT3', letters(180), '=', hex(8).toUpperCase())],
  ['AWS access key', token('AK', 'IA', capitals(16))],
  ['AWS secret', inside('aws_secret_access_key = ', letters(40))],
  ['AWS secret', inside('  SecretAccessKey: ', letters(40))],
  ['AWS secret', inside('"aws_secret_access_key": "', letters(40), '",')],
  ['Azure secret', inside('client_secret: ', `abc8Q~${letters(34)}`)],
  ['Buildkite token', token('bk', 'ua_', hex(40))],
  ['CircleCI token', token('CCI', 'PAT_', letters(22), '_', hex(40))],
  ['Cloudflare token', token('cf', 'ut_', letters(40), hex(8))],
  ['Databricks token', token('da', 'pi', hex(32))],
  ['DigitalOcean token', token('dop', '_v1_', hex(64))],
  ['Docker token', token('dckr', '_pat_', letters(27))],
  ['Doppler token', token('dp', '.pt.', letters(43))],
  ['Figma token', token('fig', 'd_', letters(43))],
  ['Fly.io token', token('fm', '2_', letters(120))],
  ['GitHub token', token('gh', 'p_', letters(36))],
  ['GitHub token', token('gh', 's_', letters(36))],
  ['GitHub token', token('gh', 's_', '123456_', signed)],
  ['GitHub token', token('github', '_pat_', letters(22), '_', letters(59))],
  ['GitLab token', token('gl', 'pat-', letters(20))],
  ['GitLab token', token('gl', 'rt-', letters(20))],
  ['Google API key', token('AI', 'za', letters(35))],
  ['Google token', token('ya', '29.', letters(120))],
  ['Google secret', token('GOC', 'SPX-', letters(28))],
  ['Grafana token', token('gl', 'sa_', letters(32), '_', hex(8))],
  ['Groq key', token('gs', 'k_', letters(52))],
  ['Vault token', token('hv', 's.', letters(95))],
  ['Vault token', token('hv', 's.', letters(24))],
  ['Hugging Face token', token('hf', '_', letters(34, 'AbCdEfGhJkLmNpQrStUvWxYz'))],
  ['LangSmith key', token('ls', 'v2_pt_', hex(32), '_', hex(10))],
  ['Linear key', token('lin', '_api_', letters(40))],
  ['Mailgun key', token('key', '-', hex(32))],
  ['Netlify token', token('nf', 'p_', letters(36))],
  ['New Relic key', token('NR', 'AK-', capitals(27))],
  ['Notion token', token('nt', 'n_', '12345678901', letters(35))],
  ['npm token', token('np', 'm_', letters(36))],
  ['npm token', inside('//registry.npmjs.org/:_authToken=', `${hex(8)}-1111-4111-8111-${hex(12)}`)],
  ['NVIDIA key', token('nv', 'api-', letters(64))],
  ['OpenAI key', token('sk', '-proj-', letters(74), openAi, letters(74))],
  ['OpenAI key', token('sk', '-', letters(20), openAi, letters(20))],
  ['OpenAI key', token('sk', '-or-v1-', hex(64))],
  ['Perplexity key', token('pp', 'lx-', letters(48))],
  ['PlanetScale token', token('ps', 'cale_tkn_', letters(43))],
  ['Postman key', token('PM', 'AK-', hex(24), '-', hex(34))],
  ['Pulumi token', token('pu', 'l-', hex(40))],
  ['PyPI token', token('py', 'pi-', 'AgEIcHlwaS5vcmc', letters(70))],
  ['Replicate token', token('r8', '_', letters(37))],
  ['RubyGems key', token('ruby', 'gems_', hex(48))],
  ['SendGrid key', token('S', 'G.', letters(22), '.', letters(43))],
  ['Sentry token', token('snt', 'rys_', letters(120))],
  ['Shopify token', token('shp', 'at_', hex(32))],
  ['Slack token', token('xo', 'xb-', '123456789012-1234567890123-', letters(24))],
  ['Slack token', token('xa', 'pp-1-A012345-1234567890-', hex(64))],
  ['Stripe key', token('sk', '_live_', letters(24))],
  ['Stripe secret', token('wh', 'sec_', letters(32))],
  ['Supabase key', token('sb', 'p_', hex(40))],
  ['Tailscale key', token('ts', 'key-auth-', letters(16), '-', letters(32))],
  ['Telegram token', token('1234567890', ':AA', letters(33))],
  ['Twilio key', token('S', 'K', hex(32))],
  ['Vercel token', token('vc', 'p_', letters(24))],
  ['xAI key', token('xa', 'i-', letters(80))],
  ['signed web token', token(signed)],
  ['webhook address', inside('https://hooks.slack.com/services/', `T0ABCDEF1/B0ABCDEF2/${letters(24)}`)],
  ['webhook address', inside('https://discord.com/api/webhooks/', `123456789012345678/${letters(68)}`)],
  ['bearer token', inside('Authorization: Bearer ', letters(30))],
  ['login', inside('Authorization: Basic ', base64(`me:${letters(16)}`))],
  ['login', inside('{"auths":{"https://index.docker.io/v1/":{"auth":"', base64(`me:${letters(16)}`), '"}}}')],
  ['password', inside('machine api.example.org login me password ', letters(20))],
  ['password', inside('machine api.example.org\n\tlogin me\n\tpassword ', letters(20))],
  ['password', inside('curl -u me:', letters(20), ' https://example.org')],
  ['password in address', inside('https://me:', letters(12), '@example.org/')],
  ['password in address', inside('postgres://app:', letters(14), '@db.example.org:5432/x')],
  ['password in address', inside('mysql://app:', letters(14), '@db.example.org:3306/x')],
  ['password in address', inside('redis://:', letters(20), '@cache.example.org:6379')],
  ['token in address', inside('https://example.org/a?access_token=', letters(32))],
  ['token in address', inside('https://x.blob.core.windows.net/c?sv=2022-11-02&sig=', `${letters(43)}%3D`)],
  [
    'secret value',
    inside('AccountName=a;AccountKey=', `${letters(86)}==`, ';EndpointSuffix=core.windows.net'),
  ],
  ['secret value', inside('api_key: ', letters(32))],
  ['secret value', inside('password: ', letters(16), ' # of the test')],
  ['secret value', inside('api_key = "', letters(20), '"')],
  ['secret value', inside('"password": "', letters(18), '"')],
  ['secret value', inside('MY_API_KEY=', letters(20))],
  ['secret value', inside('export MY_SECRET="', letters(20), '"')],
  ['secret value', inside('deploy --token ', letters(32), ' --now')],
  ['secret value', inside('X-Api-Key: ', letters(32))],
  ['private key', inside('', privateKey.trim(), '\n')],
  [
    'private key',
    inside('{"private_key_id": "1", "private_key": "', privateKey.trim().replaceAll('\n', '\\n'), '"}'),
  ],
];
