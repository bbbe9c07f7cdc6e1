/** A kind of token that shows whose it is by how it begins. */
export interface TokenFormat {
  /** What it is, e.g. `GitHub token`. */
  readonly name: string;
  /** A regular expression. All repetitions are bounded, so that time stays linear. */
  readonly form: string;
}

function format(name: string, form: string): TokenFormat {
  return { name, form };
}

/** Beginnings that nothing else has. Lengths are looser than the services' own: a token may be cut, and formats grow. */
export const UNMISTAKABLE: readonly TokenFormat[] = [
  format('AWS marketplace token', 'amzn\\.mws\\.[0-9a-f-]{36}'),
  format('AWS Bedrock key', 'ABSK[\\w+/=]{60,300}'),
  format('AWS session token', 'IQoJb3JpZ2lu[\\w+/=]{60,3000}'),
  format('Bitbucket password', 'ATBB[A-Za-z0-9]{24,60}'),
  format('Databricks secret', 'dose[0-9a-f]{32}\\b'),
  format('Elastic key', 'ess[up]_[\\w+/=-]{30,200}'),
  format('Google refresh token', '1//0[\\w-]{40,300}'),
  format('Heroku key', 'HRKU-[\\w-]{36,80}'),
  format('Honeycomb key', 'hc[a-z]{2}k_\\w{30,80}'),
  format('LinkedIn secret', 'WPL_AP1\\.\\w{14,20}\\.[\\w=]{4,12}'),
  format('Neon key', 'napi_[0-9a-z]{40,80}'),
  format('Nostr key', 'nsec1[02-9ac-hj-np-z]{58}'),
  format('PostHog key', 'phx_[A-Za-z0-9]{30,60}'),
  format('signing key', 'RW(?:RTY0Iy|RCSw)[\\w+/=]{40,300}'),
  format('SonarQube token', 'sq[upa]_[0-9a-f]{40}'),
  format('Twitter token', 'A{20}[A-Za-z0-9%]{40,120}'),
  format('Adafruit key', 'aio_[A-Za-z0-9]{28}\\b'),
  format('Airtable token', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{40,80}'),
  format('Artifactory key', 'AKCp[A-Za-z0-9]{60,90}'),
  format('Artifactory token', 'cmVmdGtu[A-Za-z0-9]{50,70}'),
  format('Brevo key', 'xkeysib-[0-9a-f]{40,70}-\\w{10,20}'),
  format('Clojars token', 'CLOJARS_[0-9a-f]{40,70}'),
  format('Cloudflare key', 'v1\\.0-[0-9a-f]{24}-[0-9a-f]{60,160}'),
  format('Contentful token', 'CFPAT-[\\w-]{40,50}'),
  format('Discord token', '[MNOK][A-Za-z0-9_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}'),
  format('Duffel token', 'duffel_(?:live|test)_[\\w-]{40,60}'),
  format('Dynatrace token', 'dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{40,70}'),
  format('EasyPost key', 'EZ[AT]K[A-Za-z0-9]{50,60}'),
  format('Facebook token', 'EAA[A-Za-z0-9]{60,300}'),
  format('Frame.io token', 'fio-u-[\\w-]{50,70}'),
  format('GitLab token', 'GR1348941[\\w-]{20,30}'),
  format('Harness token', '[ps]at\\.[\\w-]{22}\\.[0-9a-f]{24}\\.[\\w-]{20}'),
  format('Pinecone key', 'pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{40,80}'),
  format('Prefect key', 'pn[ub]_[A-Za-z0-9]{36}\\b'),
  format('ReadMe key', 'rdme_[A-Za-z0-9]{60,80}'),
  format('Resend key', 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,30}'),
  format('Shippo token', 'shippo_(?:live|test)_[0-9a-f]{40}'),
  format('Square secret', 'sq0(?:csp|atp)-[\\w-]{20,50}'),
  format('Stripe key', '[rs]k_test_[A-Za-z0-9]{16,200}'),
  format('Tavily key', 'tvly-(?:dev-|prod-)?[A-Za-z0-9]{28,40}'),
  format('Typeform token', 'tfp_[\\w-]{50,70}'),
  format('1Password token', 'ops_ey[\\w+/=-]{50,2000}'),
  format('age key', 'AGE-SECRET-KEY-1[0-9A-Z]{40,80}'),
  format('Anthropic key', 'sk-ant-[\\w-]{20,200}'),
  format('Atlassian token', 'AT(?:AT|CT)T3[\\w=-]{40,400}'),
  format('AWS access key', 'A(?:KIA|SIA|BIA|CCA)[0-9A-Z]{16}\\b'),
  format('Buildkite token', 'bkua_[0-9a-f]{40}'),
  format('CircleCI token', 'CCIPAT_[\\w]{20,100}'),
  format('Cloudflare token', 'cf(?:k|ut|at)_[A-Za-z0-9]{40,80}'),
  format('Databricks token', 'dapi[0-9a-f]{32}'),
  format('DigitalOcean token', 'do[opr]_v1_[0-9a-f]{40,100}'),
  format('Docker token', 'dckr_[po]at_[\\w-]{20,100}'),
  format('Doppler token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{40,100}'),
  format('Figma token', 'figd_[\\w-]{30,200}'),
  format('Fly.io token', 'fm[12][ar]?_[\\w+/=-]{60,2000}'),
  format('GitHub token', 'gh[pousr]_[A-Za-z0-9]{30,255}'),
  format('GitHub token', 'ghs_\\d{1,20}_[\\w-]{1,1000}\\.[\\w-]{1,5000}\\.[\\w-]{1,1000}'),
  format('GitHub token', 'github_pat_\\w{40,255}'),
  format('GitLab token', 'gl(?:pat|dt|rt|rtr|wt|cbt|ptt|ft|imt|agent|soat|oas|ffct)-[\\w.-]{20,300}'),
  format('Google API key', 'AIza[\\w-]{35}'),
  format('Google secret', 'GOCSPX-[\\w-]{20,60}'),
  format('Google token', 'ya29\\.[\\w-]{40,2000}'),
  format('Grafana token', 'gl(?:c|sa)_[\\w+/=]{30,500}'),
  format('Groq key', 'gsk_[A-Za-z0-9]{40,100}'),
  format('Hugging Face token', '(?:hf|api_org)_[A-Za-z0-9]{30,60}\\b'),
  format('Vault token', 'hv[sbr]\\.[\\w-]{20,400}'),
  format('LangSmith key', 'lsv2_[ps][kt]_\\w{30,100}'),
  format('Linear key', 'lin_(?:api|oauth)_\\w{32,128}'),
  format('Netlify token', 'nfp_[A-Za-z0-9]{30,80}'),
  format('New Relic key', 'NR(?:AK|JS|II)-[A-Za-z0-9_-]{19,60}'),
  format('Notion token', '(?:ntn_\\d|secret_)[A-Za-z0-9]{42,60}'),
  format('npm token', 'npm_\\w{36,100}'),
  format('NVIDIA key', 'nvapi-[\\w-]{60,100}'),
  format('PlanetScale token', 'pscale_(?:tkn|pw|oauth|api)_[\\w.-]{30,100}'),
  format('Postman key', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'),
  format('Pulumi token', 'pul-[0-9a-f]{40}'),
  format('PyPI token', 'pypi-AgE[\\w-]{50,1000}'),
  format('Replicate token', 'r8_[A-Za-z0-9]{30,60}'),
  format('RubyGems key', 'rubygems_[0-9a-f]{40,80}'),
  format('SendGrid key', 'SG\\.[\\w-]{16,64}\\.[\\w-]{16,128}'),
  format('Sentry token', 'sntry[su]_[\\w+/=-]{50,500}'),
  format('Shopify token', 'shp(?:at|ca|pa|ss)_[A-Za-z0-9]{30,64}'),
  format('Slack token', 'xox[abcdeoprs]-[A-Za-z0-9%-]{10,400}'),
  format('Slack token', 'xapp-\\d-[A-Za-z0-9-]{20,250}'),
  format('Stripe key', '[rs]k_live_[A-Za-z0-9]{16,200}'),
  format('Stripe secret', 'whsec_[A-Za-z0-9+/=]{24,100}'),
  format('Supabase key', 'sb(?:p|_secret)_[\\w-]{30,80}'),
  format('Tailscale key', 'tskey-[a-z]{2,20}-\\w{8,40}-\\w{16,60}'),
  format('Vercel token', 'vc[pciark]_[A-Za-z0-9]{20,60}'),
];

/** Beginnings that other text has as well: what follows must also look random. */
export const LIKELY: readonly TokenFormat[] = [
  format('Cargo token', 'cio[A-Za-z0-9]{32}\\b'),
  format('Render key', 'rnd_[A-Za-z0-9]{20,40}\\b'),
  format('Voyage key', 'pa-[\\w-]{40,50}\\b'),
  format('OpenAI key', 'sk-[\\w-]{20,200}'),
  format('Mailgun key', 'key-[0-9a-f]{32}\\b'),
  format('Perplexity key', 'pplx-[A-Za-z0-9]{40,100}'),
  format('Twilio key', 'SK[0-9a-f]{32}\\b'),
  format('Alibaba key', 'LTAI[A-Za-z0-9]{16,24}\\b'),
  format('Cerebras key', 'csk-[A-Za-z0-9]{40,60}'),
  format('Dropbox token', 'sl\\.[\\w-]{60,1500}'),
  format('ElevenLabs key', 'sk_[0-9a-f]{48}\\b'),
  format('Fireworks key', 'fw_[A-Za-z0-9]{22,30}\\b'),
  format('Infracost key', 'ico-[A-Za-z0-9]{32}\\b'),
  format('Mailchimp key', '(?<![0-9a-f])[0-9a-f]{32}-us\\d{1,2}\\b'),
  format('Mapbox token', 'sk\\.[\\w-]{30,300}\\.[\\w-]{20,40}'),
  format('NuGet key', 'oy2[a-z2-7]{43}\\b'),
  format('Tencent key', 'AKID[A-Za-z0-9]{32}\\b'),
  format('Yandex key', 'AQVN[\\w-]{35,40}'),
  format('xAI key', 'xai-[A-Za-z0-9]{60,120}'),
];

/** Where a word begins, also behind a line break that is written as `\\n`. */
export const START = '(?:\\b|(?<=\\\\[nrt]))';

/** One expression for all of them, so that a long text is gone through once. */
export function anyOf(formats: readonly TokenFormat[]): RegExp {
  return new RegExp(`${START}(?:${formats.map(({ form }) => form).join('|')})`, 'g');
}

/** Whose the token is. */
export function nameOf(token: string, formats: readonly TokenFormat[]): string {
  const found = formats.find(({ form }) => new RegExp(`^(?:${form})`).test(token));
  return found?.name ?? 'token';
}
