#if ALTINN_APP_8_3_OR_GREATER
using System;

namespace Altinn.App.Core.Features.Maskinporten.Exceptions;

public abstract class MaskinportenException(string? message, Exception? innerException)
    : Exception(message, innerException);

public sealed class MaskinportenAuthenticationException(string? message, Exception? innerException = null)
    : MaskinportenException(message, innerException);

public sealed class MaskinportenConfigurationException(string? message, Exception? innerException = null)
    : MaskinportenException(message, innerException);
#endif
