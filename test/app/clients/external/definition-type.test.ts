import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { registrationIn, textAt } from './facts.ts';

beforeAll(loadCSharp);

const own = { 'Own.cs': 'public class MyOwnDefinition : IClientDefinition { }' };
const services = 'Altinn.ApiClients.Maskinporten.Services';

describe('the definition tells what requests are signed with', () => {
  test.each([
    ['a JWK from settings', 'SettingsJwkClientDefinition', 'jwk'],
    ['the same by its full name', `${services}.SettingsJwkClientDefinition`, 'jwk'],
    ['the same from the root of all names', `global::${services}.SettingsJwkClientDefinition`, 'jwk'],
    ['a certificate from settings', 'SettingsX509ClientDefinition', 'certificate'],
    ['a certificate in a file', 'Pkcs12ClientDefinition', 'certificate'],
    ['a certificate in the store', 'CertificateStoreClientDefinition', 'certificate'],
    ['a certificate by its full name', `${services}.Pkcs12ClientDefinition`, 'certificate'],
    ['what the app writes itself', 'MyOwnDefinition', 'own'],
    ['what a library brings', 'Agency.Common.KeyVaultDefinition', 'own'],
  ])('%s', (_, type, keyType) => {
    const { definition } = registrationIn(`services.AddMaskinportenHttpClient<${type}, C>(config.GetSection("A"));`, {
      others: own,
    });
    expect(definition).toMatchObject({ name: type.split('.').at(-1), keyType });
  });

  test('through an alias', () => {
    const program = `using Jwk = ${services}.SettingsJwkClientDefinition;\nservices.AddMaskinportenHttpClient<Jwk, C>(s);`;
    expect(registrationIn(program).definition).toMatchObject({ name: 'SettingsJwkClientDefinition', keyType: 'jwk' });
  });

  test('not by a name that the app gave a class of its own', () => {
    const others = { 'Own.cs': 'class SettingsJwkClientDefinition : IClientDefinition { }' };
    const program = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(s);';
    expect(registrationIn(program, { others }).definition.keyType).toBe('own');
  });

  test('not by a base class: what derives from the JWK definition may sign as it likes', () => {
    const others = { 'Own.cs': 'class Special : SettingsJwkClientDefinition { }' };
    expect(registrationIn('services.AddMaskinportenHttpClient<Special, C>(s);', { others }).definition.keyType).toBe(
      'own',
    );
  });

  test.each([
    ['a type parameter of the function', 'void F<TDef>() { services.AddMaskinportenHttpClient<TDef, C>(s); }'],
    ['of a function around it', 'void F<TDef>() { void G() { services.AddMaskinportenHttpClient<TDef, C>(s); } }'],
    ['of the class', 'class K<TDef> { void F() { services.AddMaskinportenHttpClient<TDef, C>(s); } }'],
  ])('not at all where it is %s', (_, program) => {
    expect(registrationIn(program).definition).toMatchObject({ name: 'TDef', keyType: 'unknown' });
  });
});

test('it points at the type argument', () => {
  const program = 'services.RegisterMaskinportenClientDefinition<Pkcs12ClientDefinition>("key", s);';
  expect(textAt(registrationIn(program).definition.at, program)).toBe('Pkcs12ClientDefinition');
});
