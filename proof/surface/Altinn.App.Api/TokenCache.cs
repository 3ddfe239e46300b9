#if ALTINN_APP_8_7_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Hybrid;

namespace Altinn.App.Api.Extensions;

/// <summary>The cache that the built-in client of the real Core asks for. It forgets nothing: a proof is over before a token is.</summary>
internal sealed class TokenCache : HybridCache
{
    private readonly ConcurrentDictionary<string, object?> _values = new();

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default
    )
    {
        if (_values.TryGetValue(key, out object? held))
        {
            return (T)held!;
        }
        T made = await factory(state, cancellationToken);
        _values[key] = made;
        return made;
    }

    public override ValueTask SetAsync<T>(
        string key,
        T value,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default
    )
    {
        _values[key] = value;
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        _values.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;
}
#endif
