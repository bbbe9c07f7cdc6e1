import { describe, expect, test } from 'vitest';
import {
  hasSecuritySection,
  missingFixes,
  securityVersions,
} from '../../../../src/core/health/security-releases.ts';

describe('the notes of a release', () => {
  test.each([
    '### Security\n\n- Something.',
    '## Added\n\n- A thing.\n\n## Security\n- B.',
    '# security',
    '### Security ###',
    '### 🔒 Security',
    '#### **Security fixes**:',
    'Security\n--------\n\n- Something.',
    'One line.\r\n\r\n### Security\r\n- Something.',
  ])('tell of a security fix: %j', (notes) => {
    expect(hasSecuritySection(notes)).toBe(true);
  });

  test.each([
    '',
    'Security is important to us.',
    '### Added\n\n- A page on security.',
    '### Security policy',
    '### Insecurity',
    '```md\n### Security\n```',
    '~~~\n```\n### Security\n~~~',
    '#Security',
    '    ### Security',
    'Security',
  ])('do not: %j', (notes) => {
    expect(hasSecuritySection(notes)).toBe(false);
  });
});

const SECURITY = '### Security\n\n- A fix.';

describe('versions with a security fix', () => {
  test('are the released ones, newest first by their numbers, with those of earlier looks', () => {
    const releases = [
      { name: 'v1.9.0', notes: SECURITY },
      { name: 'v1.10.0', notes: SECURITY },
      { name: 'v1.11.0', notes: '### Added' },
      { name: 'nightly', notes: SECURITY },
      { name: 'v2.0.0-beta.1', notes: SECURITY },
      { name: 'v1', notes: SECURITY },
    ];
    expect(securityVersions(releases, ['v1.2.0', 'v1.9.0'])).toEqual(['v1.10.0', 'v1.9.0', 'v1.2.0']);
  });

  test('are the newest twenty at most', () => {
    const releases = Array.from({ length: 30 }, (_, minor) => ({ name: `v1.${minor}.0`, notes: SECURITY }));
    const found = securityVersions(releases, []);
    expect([found.length, found[0], found.at(-1)]).toEqual([20, 'v1.29.0', 'v1.10.0']);
  });

  test('are missing only if they are newer than what runs', () => {
    const record = { home: 'acme/wakeful', asked_at: '', security: ['v1.10.0', 'v1.9.0', 'v1.2.0'] };
    expect(missingFixes(record, 'v1.2.0')).toEqual(['v1.10.0', 'v1.9.0']);
    expect(missingFixes(record, 'v1.10.0')).toEqual([]);
    expect(missingFixes(undefined, 'v1.2.0')).toEqual([]);
  });
});
