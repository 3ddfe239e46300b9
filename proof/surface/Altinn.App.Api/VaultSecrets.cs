using System;
using System.Reflection;
using System.Threading.Tasks;
using Altinn.App.Core.Internal.Secrets;

namespace Altinn.App.Api.Extensions;

/// <summary>Reads single secrets of the vault; what else the interface has, no proof asks for.</summary>
public class VaultSecrets : DispatchProxy
{
    internal static ISecretsClient Create() => Create<ISecretsClient, VaultSecrets>();

    protected override object? Invoke(MethodInfo? method, object?[]? arguments) =>
        (method?.Name, arguments) switch
        {
            (nameof(ISecretsClient.GetSecretAsync), [string name]) => Task.FromResult(VaultSource.Secrets()[name]),
            _ => throw new NotSupportedException(method?.Name),
        };
}
