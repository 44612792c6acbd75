/** A page of the book; docs/scenarios.md says what it means. */
parser grammar PageParser;

options { tokenVocab = PageLexer; }

page
    : heading* init? thread* condition? intended* expect* EOF
    ;

/** One call, as the command line takes it. */
calls
    : call (SEMI call?)* EOF
    ;

heading
    : kind=(CLAIM | RACE) id STRING field*
    ;

id
    : NAME | SLUG | NAME MINUS NAME
    ;

field
    : name=(SOURCE | REPORTED | FIXED | CVE) TEXT SEMI?
    ;

init
    : INIT LBRACE (initial SEMI)* RBRACE
    ;

initial
    : NAME EQUALS NAME LPAR NUMBER RPAR   # object
    | call                                # setup
    ;

thread
    : THREAD LBRACE (statement SEMI)* RBRACE
    ;

statement
    : (NAME EQUALS)? call
    ;

call
    : NAME LPAR (argument (COMMA argument)*)? RPAR
    ;

argument
    : call
    | MINUS? NUMBER
    | NAME (BAR NAME)*
    ;

condition
    : quantifier=(FORALL | EXISTS) proposition
    | NOT EXISTS proposition
    ;

proposition
    : NOT proposition                   # negation
    | proposition AND proposition       # conjunction
    | proposition OR proposition        # disjunction
    | LPAR proposition RPAR             # grouped
    | term EQUALS value                 # equation
    | NAME LPAR proposition RPAR        # nested
    | NAME LPAR operand (COMMA operand)* RPAR  # predicate
    ;

term
    : NUMBER COLON NAME                 # result
    | NAME LPAR operand RPAR            # look
    ;

operand
    : NUMBER | NAME
    ;

value
    : MINUS? NUMBER
    | MINUS? NAME
    | STRING
    | LBRACKET NUMBER COMMA NUMBER RPAR
    ;

intended
    : INTENDED RACE NAME (COMMA NAME)*
    ;

expect
    : EXPECT releases (COMMA? difference)* model=models? verdict (AS id)?
    ;

releases
    : releaseRange (COMMA releaseRange)*
    ;

releaseRange
    : VERSION (TO VERSION)?
    ;

difference
    : kind=(WITHOUT | WITH) slug (COMMA slug)*
    ;

slug
    : NAME | SLUG
    ;

models
    : NAME (COMMA NAME)*
    ;

verdict
    : QUESTION? HOLDS                   # holding
    | QUESTION? VIOLATED NAME NAME?     # violation
    ;
