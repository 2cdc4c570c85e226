"""PostGIS with two workers: zones with the base, the pieces with the target."""
from postgis import PIECE_AREAS, PIECES, main

main(PIECES, PIECE_AREAS)
