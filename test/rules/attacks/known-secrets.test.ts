import { expect, test } from 'vitest';
import { createMask } from '../../../src/core/access/mask.ts';

/** Made up and put together here, so that no scanner takes this file for a leak. */
function drawn(count: number, alphabet: string): string {
  let state = 11 + count;
  const draw = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet[Math.floor((state / 2_147_483_648) * alphabet.length)] ?? '';
  };
  return Array.from({ length: count }, draw).join('');
}

const MIXED = drawn(40, 'q8Zr2LmX9vB4nT6wYp3KhJ7sD1fG5cVbN0aQ');
const HEX = drawn(40, '0123456789abcdef');
const PASSWORD = 'Tr0ub4dor-and-3';
const UUID = [8, 4, 4, 4, 12].map((count) => drawn(count, '0123456789abcdef')).join('-');
const BASE64 = Buffer.from(drawn(64, 'q8Zr2LmX9vB4nT6wYp3KhJ7sD1fG5cVbN0aQ')).toString('base64');

/** How programs keep secrets in files, settings and commands. */
const ATTEMPTS: readonly (readonly [name: string, text: string, secret: string])[] = [
  [
    'AWS credentials, ini',
    `[default]\naws_access_key_id = AK${'IA'}${drawn(16, 'ABCDEFGH234567')}\naws_secret_access_key = ${MIXED}\n`,
    MIXED,
  ],
  ['AWS session token, ini', `aws_session_token = ${BASE64}\n`, BASE64],
  ['YAML without quotes', `database:\n  password: ${MIXED.slice(0, 24)}\n`, MIXED.slice(0, 24)],
  ['YAML without quotes, a short password', `database:\n  password: ${PASSWORD}\n`, PASSWORD],
  ['YAML with quotes, a short password', `password: "${PASSWORD}"\n`, PASSWORD],
  ['JSON, a short password', `{"user": "ada", "password": "${PASSWORD}"}`, PASSWORD],
  [
    'YAML, a secret of Kubernetes',
    `kind: Secret\ndata:\n  password: ${Buffer.from(PASSWORD).toString('base64')}\n`,
    Buffer.from(PASSWORD).toString('base64'),
  ],
  [
    '.netrc on one line',
    `machine api.example.com login ada password ${MIXED.slice(0, 20)}`,
    MIXED.slice(0, 20),
  ],
  ['.netrc on lines', `machine api.example.com\n  login ada\n  password ${PASSWORD}\n`, PASSWORD],
  ['.netrc for every host', `default login ada password ${MIXED.slice(0, 20)}`, MIXED.slice(0, 20)],
  ['.pgpass', `db.example.com:5432:app:ada:${MIXED.slice(0, 20)}\n`, MIXED.slice(0, 20)],
  ['.my.cnf', `[client]\nuser=ada\npassword=${PASSWORD}\n`, PASSWORD],
  ['.env, a short password', `DB_PASSWORD=${PASSWORD}\n`, PASSWORD],
  ['.env, a pass', `SMTP_PASS=${MIXED.slice(0, 20)}\n`, MIXED.slice(0, 20)],
  ['a login of PostgreSQL', `PGPASSWORD=${PASSWORD} psql -h db`, PASSWORD],
  ['an address of a database', `DATABASE_URL=postgres://ada:${PASSWORD}@db.example.com/app`, PASSWORD],
  ['an address of JDBC', `jdbc:postgresql://db/app?user=ada&password=${PASSWORD}`, PASSWORD],
  ['a connection string of SQL Server', `Server=db;Database=app;User Id=ada;Password=${PASSWORD};`, PASSWORD],
  [
    'a storage account of Azure',
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${BASE64};EndpointSuffix=core.windows.net`,
    BASE64,
  ],
  [
    'a service bus of Azure',
    `Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${BASE64}`,
    BASE64,
  ],
  [
    'a signed address of Azure',
    `https://a.blob.core.windows.net/c?sv=2024&sig=${encodeURIComponent(BASE64)}`,
    encodeURIComponent(BASE64),
  ],
  ['Hugging Face', `HF_HOME=x\nh${'f_'}${MIXED.slice(0, 34)}`, MIXED.slice(0, 34)],
  ['SendGrid', `S${'G.'}${MIXED.slice(0, 22)}.${MIXED.slice(0, 40)}abc`, MIXED.slice(0, 40)],
  ['PyPI', `[pypi]\nusername = __token__\npassword = py${'pi-'}AgEIcHlwaS5vcmc${MIXED}${MIXED}`, MIXED],
  ['Docker Hub', `dckr${'_pat_'}${MIXED.slice(0, 27)}`, MIXED.slice(0, 27)],
  [
    'a login of Docker',
    `{"auths": {"https://index.docker.io/v1/": {"auth": "${Buffer.from(`ada:${PASSWORD}`).toString('base64')}"}}}`,
    Buffer.from(`ada:${PASSWORD}`).toString('base64'),
  ],
  ['Vault', `hv${'s.'}${MIXED.slice(0, 24)}`, MIXED.slice(0, 24)],
  ['Vault before 1.10', `VAULT_TOKEN=s.${MIXED.slice(0, 24)}`, MIXED.slice(0, 24)],
  ['Terraform Cloud', `${MIXED.slice(0, 14)}.atlas${'v1.'}${MIXED}${MIXED.slice(0, 27)}`, MIXED],
  [
    'a webhook of Slack',
    `https://hooks.slack.com/services/T0${'A1B2C3D4'}/B0E5F6G7H8/${MIXED.slice(0, 24)}`,
    MIXED.slice(0, 24),
  ],
  [
    'a webhook of Teams',
    `https://a.webhook.office.com/webhookb2/${UUID}@${UUID}/IncomingWebhook/${HEX.slice(0, 32)}/${UUID}`,
    HEX.slice(0, 32),
  ],
  ['Heroku', `HEROKU_API_KEY=${UUID}`, UUID],
  ['Datadog', `DD_API_KEY: ${HEX.slice(0, 32)}`, HEX.slice(0, 32)],
  ['Firebase', `AAAA${MIXED.slice(0, 7)}:APA91b${MIXED}${MIXED}${MIXED}${MIXED.slice(0, 14)}`, MIXED],
  ['Okta', `Authorization: SSWS 00${MIXED}`, MIXED],
  ['a header with a key', `X-API-Key: ${MIXED.slice(0, 32)}`, MIXED.slice(0, 32)],
  ['a header with a token', `Authorization: token ${HEX}`, HEX],
  [
    'a header of GitLab',
    `curl -H "PRIVATE-TOKEN: ${MIXED.slice(0, 20)}" https://gitlab.example.com`,
    MIXED.slice(0, 20),
  ],
  ['a login of curl', `curl -u ada:${MIXED.slice(0, 20)} https://example.com`, MIXED.slice(0, 20)],
  ['a login of sshpass', `sshpass -p ${MIXED.slice(0, 20)} ssh ada@example.com`, MIXED.slice(0, 20)],
  ['TOML', `api_token = "${MIXED.slice(0, 32)}"\n`, MIXED.slice(0, 32)],
  ['XML', `<password>${MIXED.slice(0, 24)}</password>`, MIXED.slice(0, 24)],
  ['XML of Maven, a short password', `<server><id>a</id><password>${PASSWORD}</password></server>`, PASSWORD],
  ['XML of NuGet', `<add key="ClearTextPassword" value="${MIXED.slice(0, 24)}" />`, MIXED.slice(0, 24)],
  ['properties of Java', `spring.datasource.password=${PASSWORD}\n`, PASSWORD],
  ['properties of Gradle', `signing.password=${MIXED.slice(0, 20)}\n`, MIXED.slice(0, 20)],
  ['a passphrase', `passphrase: ${MIXED.slice(0, 20)}\n`, MIXED.slice(0, 20)],
  ['YAML, a block', `password: >-\n  ${MIXED.slice(0, 24)}\n`, MIXED.slice(0, 24)],
  ['YAML, a block as it stands', `token: |\n  ${MIXED.slice(0, 32)}\n`, MIXED.slice(0, 32)],
  ['JSON on two lines', `{"password":\n  "${MIXED.slice(0, 24)}"}`, MIXED.slice(0, 24)],
  ['variables of Kubernetes', `- name: DB_PASSWORD\n  value: ${MIXED.slice(0, 20)}\n`, MIXED.slice(0, 20)],
  ['variables in JSON', `{"name": "DB_PASSWORD", "value": "${MIXED.slice(0, 20)}"}`, MIXED.slice(0, 20)],
  ['a list of properties', `<key>ApiToken</key>\n<string>${MIXED.slice(0, 32)}</string>`, MIXED.slice(0, 32)],
  ['a variable of Terraform', `variable "db_password" {\n  default = "${PASSWORD}"\n}`, PASSWORD],
  ['PHP', `define('DB_PASSWORD', '${PASSWORD}');`, PASSWORD],
  ['Python', `os.environ["API_KEY"] = "${MIXED.slice(0, 32)}"`, MIXED.slice(0, 32)],
  ['Go', `apiKey := "${MIXED.slice(0, 32)}"`, MIXED.slice(0, 32)],
  ['a row of a table', `ada,password,${MIXED.slice(0, 20)}`, MIXED.slice(0, 20)],
  ['a table of Markdown', `| password | ${MIXED.slice(0, 20)} |`, MIXED.slice(0, 20)],
  ['bold words', `**Password:** ${MIXED.slice(0, 20)}`, MIXED.slice(0, 20)],
  ['a sentence', `The password is ${MIXED.slice(0, 20)}`, MIXED.slice(0, 20)],
  ['German', `Passwort: ${PASSWORD}`, PASSWORD],
  ['Spanish', `contraseña: ${PASSWORD}`, PASSWORD],
  ['French', `mot de passe : ${PASSWORD}`, PASSWORD],
  ['Russian', `пароль: ${PASSWORD}`, PASSWORD],
  ['Laravel', `APP_KEY=base64:${BASE64}`, BASE64],
  ['a short secret of tokens', `JWT_SECRET=${PASSWORD}`, PASSWORD],
  ['a key for encryption', `ENCRYPTION_KEY: ${HEX}`, HEX],
  ['WireGuard', `[Peer]\nPresharedKey = ${BASE64}\n`, BASE64],
  ['a login of Docker on a line', `docker login -u ada -p ${MIXED.slice(0, 20)} r.io`, MIXED.slice(0, 20)],
  ['a login of MySQL', `mysql -uada -p${MIXED.slice(0, 20)} app`, MIXED.slice(0, 20)],
  ['a token as the name in an address', `https://${MIXED}@git.example.com/a`, MIXED],
  ['a session', `Cookie: session=${MIXED}`, MIXED],
  ['a session that is set', `Set-Cookie: sid=${MIXED}; Path=/`, MIXED],
  ['Apache', `ada:$apr1$${MIXED.slice(0, 8)}$${MIXED.slice(8, 30)}`, MIXED.slice(8, 30)],
  ['shadow', `root:$6$${MIXED.slice(0, 16)}$${MIXED}${MIXED}:19000:0`, MIXED],
  ['bcrypt', `$2b$12$${MIXED}${MIXED.slice(0, 13)}`, MIXED],
  ['a key of PuTTY', `Private-Lines: 1\n${MIXED}\nPrivate-MAC: ${HEX}\n`, MIXED],
  ['a key in JSON', `{"kty":"EC","crv":"P-256","d":"${MIXED}abc"}`, MIXED],
  ['JavaScript', `const clientSecret = '${MIXED.slice(0, 32)}';`, MIXED.slice(0, 32)],
];

const MASK = createMask({ values: [], patterns: [] });

test.each(ATTEMPTS)('a secret as programs and people write it is masked: %s', (_, text, secret) => {
  expect(MASK.mask(text)).not.toContain(secret);
  expect(MASK.mask(text)).toContain('[masked]');
});
