/// The block sizes with which every reader must give the same result: records, quotes, tags and
/// characters are then cut at every place.
public let blockSizes = [1, 2, 3, 7, 64, 65_536]
