namespace IpcApp.Internal.Codec;

/// <summary>An object that changes hands instead of being cloned, so that it cannot be a part of a value.</summary>
internal interface ITransferable;
